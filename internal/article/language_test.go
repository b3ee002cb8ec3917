package article

import "testing"

func TestForeign(t *testing.T) {
	english := []string{
		"Kim Jong Un congratulates Vladimir Putin.",
		"Volodymyr Zelenskyy thanks Ursula von der Leyen, Josep Borrell, Olaf Scholz, Emmanuel Macron, Giorgia Meloni, Donald Tusk.",
		"Xi Jinping, Li Qiang und Wang Yi met Sergei Lavrov in Beijing on Monday for talks.",
		"North Korea fires missiles.",
		"Tehran denies arming Houthis.",
		"Le Monde reported that Emmanuel Macron had called « la situation » grave.",
		"SEOUL, Nov 4 (Reuters) - South Korea, EU condemn North Korea troop deployment.",
		"2024: 17, 18, 19.",
		"“Нет”, said Putin.",
	}
	for _, text := range english {
		if got := foreign(text); got != "" {
			t.Errorf("%q is %s", text, got)
		}
	}
	others := []string{
		"Кремль осудил санкции Европейского союза.",
		"北朝鮮はミサイルを発射した。",
		"الرئيس يدين الهجوم على المدنيين",
		"Οι υπουργοί καταδίκασαν την επίθεση.",
		"Die Außenminister der Europäischen Union verurteilten am Montag in Brüssel den Angriff auf die Stadt und forderten einen sofortigen Waffenstillstand.",
		"Los ministros de Asuntos Exteriores de la Unión Europea condenaron el lunes en Bruselas el ataque contra la ciudad.",
		"Les ministres des Affaires étrangères de l'Union européenne ont condamné lundi à Bruxelles l'attaque contre la ville.",
		"I ministri degli Esteri dell'Unione europea hanno condannato lunedì a Bruxelles l'attacco contro la città e hanno chiesto un cessate il fuoco.",
		"Os ministros dos Negócios Estrangeiros da União Europeia condenaram na segunda-feira em Bruxelas o ataque contra a cidade.",
		"De ministers van Buitenlandse Zaken van de Europese Unie hebben maandag in Brussel de aanval op de stad veroordeeld en eisten een staakt-het-vuren.",
		"Ministrowie spraw zagranicznych Unii Europejskiej potępili w poniedziałek w Brukseli atak na miasto i zażądali natychmiastowego zawieszenia broni.",
		"Avrupa Birliği dışişleri bakanları pazartesi günü Brüksel'de kente yönelik saldırıyı kınadı ve derhal ateşkes ilan edilmesini talep etti.",
	}
	for _, text := range others {
		if foreign(text) == "" {
			t.Errorf("%q passes for English", text)
		}
	}
}
