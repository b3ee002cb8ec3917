package article

import "testing"

func TestParseDate(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2024-11-04", "2024-11-04"},
		{" 2024-11-04\t", "2024-11-04"},
		{"2024-11-04T23:30:00-05:00", "2024-11-04"},
		{"2024-11-04T10:00:00.123Z", "2024-11-04"},
		{"2024-11-04 10:00:00", "2024-11-04"},
		{"2024-11-04, 10 a.m.", "2024-11-04"},
		{"2024/11/4", "2024-11-04"},
		{"2024.11.04", "2024-11-04"},
		{"20241104", "2024-11-04"},
		{"20241104T101500Z", "2024-11-04"},
		{"Mon, 04 Nov 2024 10:00:00 GMT", "2024-11-04"},
		{"Mon, 4 Nov 2024 23:30:00 -0500", "2024-11-04"},
		{"Monday, November 4, 2024", "2024-11-04"},
		{"November 4, 2024", "2024-11-04"},
		{"Nov. 4, 2024", "2024-11-04"},
		{"Nov 4 2024", "2024-11-04"},
		{"4 November 2024", "2024-11-04"},
		{"4 Nov 2024", "2024-11-04"},
		{"Monday 4 November 2024", "2024-11-04"},
		{"4th November 2024", "2024-11-04"},
		{"November 4, 2024 at 10:30 a.m. EST", "2024-11-04"},
		{"Nov. 4, 2024, 10:30 AM ET", "2024-11-04"},
		{"Mon Nov  4 10:30:00 2024", "2024-11-04"},
		{"1900-01-01", "1900-01-01"},
		{"2100-12-31", "2100-12-31"},
		{"1899-12-31", ""}, {"2101-01-01", ""}, {"2024-02-30", ""}, {"2024-13-01", ""}, {"0000-00-00", ""},
		{"2024", ""}, {"2024-11", ""}, {"November 2024", ""}, {"2024 November", ""}, {"11/2024", ""},
		{"04/11/2024", ""}, {"yesterday", ""}, {"", ""}, {"10:30", ""}, {"2024-11-045", ""}, {"Kim met Putin in 2024", ""},
	}
	for _, test := range tests {
		got, ok := parseDate(test.in)
		if s := Day(got); ok != (test.want != "") || ok && s != test.want {
			t.Errorf("parseDate(%q) = %s, %t, want %q", test.in, s, ok, test.want)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2024-11-04", "Mon, 04 Nov 2024 10:00:00 GMT", "Nov. 4, 2024", "20241104", "4th of November", "1730678400"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := parseDate(s)
		if !ok {
			return
		}
		if y := got.Year(); y < 1900 || y > 2100 {
			t.Errorf("parseDate(%q) gives the year %d", s, y)
		}
		if again, ok := parseDate(Day(got)); !ok || !again.Equal(got) {
			t.Errorf("parseDate(%q) = %v is no whole day", s, got)
		}
	})
}
