package textfile_test

import (
	"strings"
	"testing"

	"toetssteen/internal/textfile"
)

// twenty words are enough to be what a page is about.
var twenty = strings.TrimSuffix(strings.Repeat("een twee drie vier ", 5), " ")

func TestPage(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"paragraphs and lists", "<h1>Kop</h1><p>Een <b>zin</b>\nhier.</p><ul><li>a<li>b</ul>", "Kop\n\nEen zin hier.\n\na\n\nb"},
		{"what is not read", "<head><title>t</title></head><body><script>x</script><style>y</style>Wel<!-- niet --><noscript>n</noscript></body>", "Wel"},
		{"blocks that are not read", "Een<template><p>t</p></template><noscript><p>n</p></noscript><object><p>o</p></object><canvas><div>c</div></canvas>twee", "Een\n\ntwee"},
		{"one in another", "<object>a<object>b</object>c</object>Een <svg>d<svg>e</svg>f</svg>twee", "Een\n\ntwee"},
		{"entities", "<p>Caf&eacute; &amp; bar&nbsp;1</p>", "Café & bar 1"},
		{"an entity that is written about", "<p>Schrijf &amp;eacute; of &amp;lt;</p>", "Schrijf &eacute; of &lt;"},
		{"markup that never closes", "<p>Een<div><span>twee <b>drie", "Een\n\ntwee drie"},
		{"script that never closes", "Een<script>alert(1)", "Een"},
		{"a slash closes no script", "Een<script src='a.js'/>alert(1)</script> twee", "Een\n\ntwee"},
		{"a head that ends with the body", "<html><head><meta charset=utf-8><title>t</title><body><p>Een.</p></body></html>", "Een."},
		{"a head that ends with a paragraph", "<head><title>t</title><link rel=icon><style>y</style><p>Een.", "Een."},
		{"a head that ends with text", "<head><title>t</title>Een <b>twee</b>.", "Een twee."},
		{"a head with instructions", "<head><script>a</script><noscript><style>b</style></noscript></head>Een", "Een"},
		{"no head", "<title>t</title><p>Een", "Een"},
		{"a drawing", "<p>Een <svg><title>t</title><style/><script/><text>x</text><g></g></svg>twee", "Een\n\ntwee"},
		{"a drawing that a slash closes", "Een <svg/> twee", "Een\n\ntwee"},
		{"a drawing that is not closed", "<div>Een <svg><path><text>x</div>twee<p>drie</p>", "Een\n\ntwee\n\ndrie"},
		{"a list that is not closed", "Een<select><option>x<option>y<p>Twee", "Een\n\nTwee"},
		{"a formula that is not closed", "Een<math><mi>x<table><tr><td>Twee", "Een\n\nTwee"},
		{"blocks that are not closed", "Een<object><canvas><template><noscript><p>Twee<object>x</object>drie", "Een\n\nTwee\n\ndrie"},
		{"a drawing not closed, in blocks that are", "Een<template><svg></template>twee", "Een\n\ntwee"},
		{"what stands round it", "<header>Menu</header><nav><ul><li>Wonen<li>Werken</ul></nav><h1>Kop</h1><p>Een.</p><button>Zoek</button><footer>Voet</footer>", "Kop\n\nEen."},
		{"a head inside what it is about", "<header>Menu</header><article><header><h1>Kop</h1></header><p>Een.</p></article>", "Kop\n\nEen."},
		{"nothing but what stands round", "<header><p>Een.</p></header><nav>Twee</nav>", "Een.\n\nTwee"},
		{"a menu that is not closed", "<nav><p>Een.<p>Twee", "Een.\n\nTwee"},
		{"the main element", "<div>Menu</div><main><p>" + twenty + "</p></main><div>Voet</div>", twenty},
		{"a main element with hardly anything", "<p>Een.</p><main></main><p>Twee.</p>", "Een.\n\nTwee."},
		{"a main element for who runs no scripts", "<noscript><main><p>" + twenty + "</p></main></noscript><p>Een.</p>", "Een."},
		{"a main element that is not closed", "<p>Een.</p><main><p>" + twenty, "Een.\n\n" + twenty},
		{"blocks that are closed crosswise", "Een<object>x<canvas>y</object>é</canvas>twee", "Een\n\né\n\ntwee"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := textfile.Text("a.html", []byte(test.page))
			if err != nil || got != test.want {
				t.Errorf("%q, %v; want %q", got, err, test.want)
			}
		})
	}
}

// What costs most for its size: all of it is 5 MB.
func hostilePages() map[string]string {
	pages := make(map[string]string)
	for _, tag := range []string{"<div>", "<svg>", "<b>", "<object>", "</object>", "<object><canvas>", "<select>", "<template><p>", "<svg><style>", "<title>", "<", "&", "<a b=", "a<!--"} {
		pages[tag] = strings.Repeat(tag, textfile.MaxFile/len(tag))
	}
	pages["attributes"] = "<p " + strings.Repeat("a=b ", textfile.MaxFile/4-1)
	pages["in and out"] = strings.Repeat("<object>", textfile.MaxFile/20) + strings.Repeat("</canvas>", textfile.MaxFile/20)
	return pages
}

func TestHostilePages(t *testing.T) {
	for name, page := range hostilePages() {
		t.Run(name, func(t *testing.T) {
			if _, err := textfile.Text("a.html", []byte(page)); err != nil {
				t.Error(err)
			}
		})
	}
}
