package pdf

import (
	"encoding/binary"
	"testing"
)

func TestProfileIsWellFormed(t *testing.T) {
	profile := srgb()
	if int(binary.BigEndian.Uint32(profile)) != len(profile) || string(profile[36:40]) != "acsp" {
		t.Fatal("header doesn't fit")
	}
	for i := range int(binary.BigEndian.Uint32(profile[128:])) {
		row := profile[132+12*i:]
		offset, size := int(binary.BigEndian.Uint32(row[4:])), int(binary.BigEndian.Uint32(row[8:]))
		if offset%4 != 0 || offset < 128 || offset+size > len(profile) {
			t.Errorf("tag %s at %d of %d bytes", row[:4], offset, size)
		}
	}
	curve := toneCurve()[12:]
	for i := 2; i < len(curve); i += 2 {
		if binary.BigEndian.Uint16(curve[i:]) < binary.BigEndian.Uint16(curve[i-2:]) {
			t.Fatalf("curve falls at %d", i/2)
		}
	}
	if first, last := binary.BigEndian.Uint16(curve), binary.BigEndian.Uint16(curve[len(curve)-2:]); first != 0 || last != 0xFFFF {
		t.Errorf("curve from %d to %d", first, last)
	}
}
