// name: 3-edges
// summary: For each type of act, the way from an event to its direct edges. ACT stands for the type.
CREATE INDEX act_event IF NOT EXISTS FOR ()-[r:ACT]-() ON (r.eventId);
