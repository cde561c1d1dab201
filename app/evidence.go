package app

import (
	"context"
	"encoding/base64"
	"path/filepath"
	"strings"

	"toetssteen/internal/assessment"
	"toetssteen/internal/evidence"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/strategy"
)

// EvidenceView is a piece of evidence under an answer.
type EvidenceView struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	Size    int64         `json:"size"`
	Media   string        `json:"media"`
	Hash    string        `json:"hash"`
	Link    string        `json:"link"` // "" for a file
	Risk    evidence.Risk `json:"risk"` // of opening it: macros, page, packed or ""
	Picture bool          `json:"picture"`
	// Elsewhere tells that its file is not on this laptop.
	Elsewhere bool   `json:"elsewhere"`
	SavedAt   string `json:"savedAt"`
	SavedBy   string `json:"savedBy"`
}

func (f *Facade) evidenceViews(list []assessment.Evidence) []EvidenceView {
	views := []EvidenceView{}
	for _, e := range list {
		views = append(views, EvidenceView{
			ID: e.ID, Name: e.Name, Size: e.Size, Media: e.Media, Hash: e.Hash, Link: e.Link, Risk: evidence.RiskOf(e.Name, e.Media),
			Picture: isPicture(e.Media), Elsewhere: !e.IsLink() && !f.evidence.Has(e.Hash), SavedAt: moment(e.SavedAt), SavedBy: e.SavedBy,
		})
	}
	return views
}

func isPicture(media string) bool {
	return strings.HasPrefix(media, "image/") && media != "image/svg+xml" && media != "image/tiff"
}

// IncomingInput announces a file.
type IncomingInput struct {
	Name string `json:"name"`
	Size int64  `json:"size"` // bytes
}

// IncomingView is a file that can come in piece by piece.
type IncomingView struct {
	ID string `json:"id"`
}

// BeginEvidence announces a file; one that is too large is refused before a
// byte of it is read.
func (f *Facade) BeginEvidence(_ context.Context, in IncomingInput) (IncomingView, error) {
	id, err := f.incoming.Begin(evidence.SafeName(in.Name), in.Size, assessment.MaxEvidence)
	return IncomingView{ID: id}, err
}

// PieceInput is the next piece of a file that comes in.
type PieceInput struct {
	ID   string `json:"id"`
	Data string `json:"data"` // base64
}

// AddEvidencePiece takes the next piece of a file.
func (f *Facade) AddEvidencePiece(_ context.Context, in PieceInput) (IncomingView, error) {
	piece, err := base64.StdEncoding.DecodeString(in.Data)
	if err != nil {
		return IncomingView{}, fault.Wrap(err, fault.Invalid, "error.request_unreadable", fault.Args{"Method": "AddEvidencePiece"})
	}
	return IncomingView{ID: in.ID}, f.incoming.Add(in.ID, piece)
}

// CancelEvidence forgets a file that was coming in.
func (f *Facade) CancelEvidence(_ context.Context, in IncomingView) (IncomingView, error) {
	f.incoming.Cancel(in.ID)
	return in, nil
}

// AttachInput says which answer a file that came in supports.
type AttachInput struct {
	ID           string                 `json:"id"` // of what came in
	AssessmentID string                 `json:"assessmentId"`
	Criterion    strategy.CriterionCode `json:"criterion"`
}

// AttachedView is an answer with its evidence.
type AttachedView struct {
	Answer AnswerView `json:"answer"`
	ID     string     `json:"id"` // of the piece of evidence, also of one that was there
	// Already tells that this very file supports the answer already.
	Already bool `json:"already"`
}

// FinishEvidence keeps a file that came in whole, as evidence for an answer.
func (f *Facade) FinishEvidence(ctx context.Context, in AttachInput) (AttachedView, error) {
	name, data, err := f.incoming.Finish(in.ID)
	if err != nil {
		return AttachedView{}, err
	}
	media, err := evidence.Recognise(name, data)
	if err != nil {
		return AttachedView{}, err
	}
	if name == "" {
		name = f.Texts(ctx).Text("app.evidence_unnamed", nil)
	}
	return f.attach(ctx, in.AssessmentID, assessment.Evidence{
		Criterion: in.Criterion, Name: name, Hash: evidence.HashOf(data), Size: int64(len(data)), Media: media,
	}, data)
}

// LinkInput is a link that supports an answer.
type LinkInput struct {
	AssessmentID string                 `json:"assessmentId"`
	Criterion    strategy.CriterionCode `json:"criterion"`
	Link         string                 `json:"link"`
	Name         string                 `json:"name"` // what it is called, may be empty
}

// AddEvidenceLink keeps a link as evidence for an answer.
func (f *Facade) AddEvidenceLink(ctx context.Context, in LinkInput) (AttachedView, error) {
	return f.attach(ctx, in.AssessmentID, assessment.Evidence{
		Criterion: in.Criterion, Name: strings.TrimSpace(in.Name), Link: assessment.WholeLink(in.Link),
	}, nil)
}

// attach keeps the bytes first: a row never refers to what is not there.
func (f *Facade) attach(ctx context.Context, assessmentID string, e assessment.Evidence, data []byte) (AttachedView, error) {
	a, catalogue, err := f.assessment(ctx, assessmentID)
	if err != nil {
		return AttachedView{}, err
	}
	if err := e.Validate(catalogue); err != nil {
		return AttachedView{}, err
	}
	for _, there := range a.EvidenceOf(e.Criterion) {
		if there.SameContent(e) {
			e.ID = there.ID
		}
	}
	already := e.ID != ""
	if data != nil {
		if _, err := f.evidence.Put(data); err != nil {
			return AttachedView{}, err
		}
	}
	if !already {
		e.ID = string(journal.NewID())
		if err := f.store.AddEvidence(ctx, f.role(ctx), assessmentID, e); err != nil {
			return AttachedView{}, err
		}
	}
	saved, err := f.savedAnswer(ctx, assessmentID, e.Criterion)
	return AttachedView{Answer: saved.Answer, ID: e.ID, Already: already}, err
}

// RemoveEvidence takes a piece of evidence away; its bytes stay.
func (f *Facade) RemoveEvidence(ctx context.Context, in IDInput) (SavedAnswer, error) {
	e, assessmentID, err := f.store.Evidence(ctx, in.ID)
	if err != nil {
		return SavedAnswer{}, err
	}
	if err := f.store.RemoveEvidence(ctx, f.role(ctx), in.ID); err != nil {
		return SavedAnswer{}, err
	}
	return f.savedAnswer(ctx, assessmentID, e.Criterion)
}

// OpenInput says which file is opened, and the risk that the user knows of.
type OpenInput struct {
	ID   string        `json:"id"`
	Risk evidence.Risk `json:"risk"`
}

// OpenEvidence shows a file in the system's own program, as a copy under its
// own name. One with a worse risk than the user knows of is refused, and the
// fault names the risk: what is stored about it may be a colleague's word.
func (f *Facade) OpenEvidence(ctx context.Context, in OpenInput) (FileView, error) {
	e, _, err := f.store.Evidence(ctx, in.ID)
	if err != nil {
		return FileView{}, err
	}
	data, err := f.evidence.Read(e.Hash)
	if err != nil {
		return FileView{}, err
	}
	// The name was made safe when it came in here, but not on another laptop.
	name := evidence.SafeName(e.Name)
	media, err := evidence.Recognise(name, data)
	if err != nil {
		return FileView{}, err
	}
	if risk := evidence.RiskOf(name, media); risk.Exceeds(in.Risk) {
		return FileView{}, fault.New(fault.Conflict, "error.evidence_risk", fault.Args{"Name": name, "Risk": risk})
	}
	path, err := f.writeFile(filepath.Join(openedFolder, e.Hash[:12]), name, data)
	if err != nil {
		return FileView{}, err
	}
	file := FileView{FileName: name, Path: path, Replaced: []string{}}
	file.URL, err = f.config.Show(path)
	return file, err
}

// PictureView is a small picture.
type PictureView struct {
	Data string `json:"data"` // PNG in base64
}

// EvidencePicture gives a small picture of a file that is one.
func (f *Facade) EvidencePicture(ctx context.Context, in IDInput) (PictureView, error) {
	e, _, err := f.store.Evidence(ctx, in.ID)
	if err != nil {
		return PictureView{}, err
	}
	data, err := f.evidence.Read(e.Hash)
	if err != nil {
		return PictureView{}, err
	}
	small, err := evidence.Thumbnail(data)
	return PictureView{Data: base64.StdEncoding.EncodeToString(small)}, err
}
