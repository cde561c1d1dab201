package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"unicode/utf16"
)

// textString writes a text string object (7.9.2.2) as hexadecimal UTF-16.
func textString(text string) []byte {
	b := []byte("<FEFF")
	for _, unit := range utf16.Encode([]rune(text)) {
		b = fmt.Appendf(b, "%04X", unit)
	}
	return append(b, '>')
}

// infoDict writes the document information dictionary (14.3.3), which says the
// same as the metadata stream.
func infoDict(o Options) []byte {
	date := o.Created.UTC().Format("(D:20060102150405Z)")
	b := fmt.Appendf(nil, "<</Title %s /CreationDate %s /ModDate %s", textString(o.Title), date, date)
	for _, entry := range []struct{ key, text string }{
		{"Author", o.Author}, {"Subject", o.Subject}, {"Creator", o.Producer}, {"Producer", o.Producer},
	} {
		if entry.text != "" {
			b = fmt.Appendf(b, " /%s %s", entry.key, textString(entry.text))
		}
	}
	return append(b, ">>"...)
}

// xmp writes the metadata stream (ISO 19005-2 6.6), with the claim to PDF/A-2a
// and PDF/UA-1 and the schema that declares the latter.
func xmp(o Options) []byte {
	date := o.Created.UTC().Format("2006-01-02T15:04:05Z")
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	fmt.Fprintf(&b, "<dc:format>application/pdf</dc:format><dc:title>%s</dc:title>\n", alternative(o.Title))
	fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", o.Lang)
	if o.Author != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escaped(o.Author))
	}
	if o.Subject != "" {
		fmt.Fprintf(&b, "<dc:description>%s</dc:description>\n", alternative(o.Subject))
	}
	if o.Producer != "" {
		fmt.Fprintf(&b, "<xmp:CreatorTool>%[1]s</xmp:CreatorTool><pdf:Producer>%[1]s</pdf:Producer>\n", escaped(o.Producer))
	}
	fmt.Fprintf(&b, "<xmp:CreateDate>%[1]s</xmp:CreateDate><xmp:ModifyDate>%[1]s</xmp:ModifyDate>\n", date)
	b.WriteString("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n" +
		"</rdf:Description>\n")
	b.WriteString(pdfuaSchema)
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return b.Bytes()
}

// pdfuaSchema declares the property pdfuaid:part, which PDF/A-2 doesn't know
// (ISO 19005-2 6.6.2.3).
const pdfuaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>` +
	`<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">` +
	`<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
	`<pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>` +
	`</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>` + "\n"

func alternative(text string) string {
	return `<rdf:Alt><rdf:li xml:lang="x-default">` + escaped(text) + `</rdf:li></rdf:Alt>`
}

func escaped(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a bytes.Buffer takes everything
	return b.String()
}
