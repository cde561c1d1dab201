package pdf

import (
	"encoding/binary"
	"fmt"
	"math"
	"sync"
)

// outputIntent declares that colours are sRGB (14.11.5, ISO 19005-2 6.2.3).
func (f *file) outputIntent() int {
	profile := f.appendStream("<</N 3 /Alternate /DeviceRGB>>", srgb())
	name := "(sRGB IEC61966-2.1)"
	return f.append(fmt.Appendf(nil, "<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier %s"+
		" /RegistryName (http://www.color.org) /Info %s /DestOutputProfile %d 0 R>>", name, name, profile))
}

// srgb makes an ICC profile (ICC.1:2001-04, version 2) of sRGB, from the numbers
// of IEC 61966-2-1: a matrix adapted to the D50 white point, and one curve.
var srgb = sync.OnceValue(func() []byte {
	curve := toneCurve()
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", textDescription("sRGB IEC61966-2.1")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // nil: the same data as the tag before
	}
	const headerSize = 128
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	offset, size := 0, 0
	for _, tag := range tags {
		if tag.data != nil {
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
			offset, size = headerSize+4+12*len(tags)+len(data), len(tag.data)
			data = append(data, tag.data...)
		}
		table = append(table, tag.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(offset))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	header := make([]byte, headerSize)
	binary.BigEndian.PutUint32(header[0:], uint32(headerSize+len(table)+len(data)))
	binary.BigEndian.PutUint32(header[8:], 0x02400000) // version 2.4
	copy(header[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2001, 4, 1} { // the date of the format, since any will do
		binary.BigEndian.PutUint16(header[24+2*i:], v)
	}
	copy(header[36:], "acsp")
	copy(header[68:], xyz(0.9642, 1, 0.8249)[8:])
	return append(append(header, table...), data...)
})

func fixed16(v float64) uint32 { return uint32(int32(math.Round(v * 65536))) }

func xyz(x, y, z float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, fixed16(v))
	}
	return b
}

// toneCurve samples the transfer function of sRGB.
func toneCurve() []byte {
	const entries = 1024
	b := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), entries)
	for i := range entries {
		v := float64(i) / (entries - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}

func textDescription(text string) []byte {
	b := []byte("desc\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, uint32(len(text)+1))
	b = append(append(b, text...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...) // no Unicode, no ScriptCode
}
