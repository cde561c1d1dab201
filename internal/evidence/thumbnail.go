package evidence

import (
	"bytes"
	"image"
	_ "image/gif"  // decodes
	_ "image/jpeg" // decodes
	"image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // decodes

	"toetssteen/internal/fault"
)

const (
	thumbnailSide = 320        // pixels, of the longer side
	maxPixels     = 60_000_000 // a picture that claims more is not unpacked
)

// Thumbnail gives a small PNG of a picture.
func Thumbnail(data []byte) ([]byte, error) {
	shape, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || shape.Width <= 0 || shape.Height <= 0 || shape.Width > maxPixels/shape.Height {
		return nil, fault.Wrap(err, fault.Corrupt, "error.evidence_no_picture", nil)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fault.Wrap(err, fault.Corrupt, "error.evidence_no_picture", nil)
	}
	width, height := shape.Width, shape.Height
	if longer := max(width, height); longer > thumbnailSide {
		width, height = max(1, width*thumbnailSide/longer), max(1, height*thumbnailSide/longer)
	}
	small := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.ApproxBiLinear.Scale(small, small.Bounds(), picture, picture.Bounds(), draw.Src, nil)
	var out bytes.Buffer
	if err := png.Encode(&out, small); err != nil {
		return nil, fault.Wrap(err, fault.Corrupt, "error.evidence_no_picture", nil)
	}
	return out.Bytes(), nil
}
