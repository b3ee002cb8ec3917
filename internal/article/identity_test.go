package article

import "testing"

func TestCanonical(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://www.Example.org/a", "https://www.example.org/a"},
		{" HTTPS://example.org:443/a#top ", "https://example.org/a"},
		{"http://example.org:80", "http://example.org/"},
		{"http://example.org:8080/", "http://example.org:8080/"},
		{"https://example.org/a?utm_source=x&b=2&a=1&UTM_Campaign=y", "https://example.org/a?a=1&b=2"},
		{"https://example.org/a?utm_source=x", "https://example.org/a"},
		{"https://example.org/a?", "https://example.org/a"},
		{"https://example.org/story?id=%C3%A9&q=a+b", "https://example.org/story?id=%C3%A9&q=a+b"},
		{"https://user:pass@example.org/a", "https://example.org/a"},
		{"https://example.org/Path/A", "https://example.org/Path/A"},
		{"https://[::1]:443/a", "https://[::1]/a"},
		{"", ""}, {"example.org/a", ""}, {"/a", ""}, {"ftp://example.org/a", ""}, {"mailto:a@example.org", ""}, {"https://", ""}, {"http://%zz/", ""},
	}
	for _, test := range tests {
		got, ok := canonical(test.in)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("canonical(%q) = %q, %t, want %q", test.in, got, ok, test.want)
		}
		if again, _ := canonical(got); ok && again != got {
			t.Errorf("canonical(%q) = %q: not stable", got, again)
		}
	}
}

func TestIdentify(t *testing.T) {
	same := []Article{
		{URL: "https://example.org/a?utm_source=feed", ExternalID: "1", Text: "x"},
		{URL: "HTTPS://EXAMPLE.ORG/a#b", ExternalID: "2", Text: "y", Title: "z", Path: "p"},
	}
	if identify(&same[0]) != identify(&same[1]) {
		t.Error("two spellings of one address are two articles")
	}
	apart := []Article{{URL: "https://example.org/a"}, {ExternalID: "https://example.org/a"}, {Text: "https://example.org/a"}, {URL: "no address", ExternalID: "1"}, {Text: "1"}}
	seen := map[string]int{}
	for i := range apart {
		id := identify(&apart[i])
		if j, ok := seen[id]; ok {
			t.Errorf("articles %d and %d have one id", i, j)
		}
		seen[id] = i
	}
	if got, want := identify(&Article{Text: "The ministers met."}), hash("text", "The ministers met."); got != want || len(got) != 64 {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestDomain(t *testing.T) {
	for in, want := range map[string]string{"https://www.BBC.co.uk/news": "bbc.co.uk", "http://apnews.com:80/a": "apnews.com", "": "", "x": ""} {
		if got := domain(in); got != want {
			t.Errorf("domain(%q) = %q, want %q", in, got, want)
		}
	}
}
