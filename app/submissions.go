package app

import (
	"context"
	"path/filepath"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/submission"
	"toetssteen/internal/syncer"
)

const (
	stateFrozen   = submission.StateFrozen
	stateVerified = submission.StateVerified
	stateReceived = submission.StateReceived
	stateReturned = submission.StateReturned
)

// SubmissionView is a submission on its way to the working group.
type SubmissionView struct {
	ID            string            `json:"id"`
	Number        string            `json:"number"` // the start of its hash, for talking about it
	AssessmentID  string            `json:"assessmentId"`
	ServiceName   string            `json:"serviceName"`
	Moment        assessment.Moment `json:"moment"`
	FrozenAt      string            `json:"frozenAt"`
	Name          string            `json:"name"`
	State         submission.State  `json:"state"`
	VerifiedAt    string            `json:"verifiedAt"`
	ReceivedAt    string            `json:"receivedAt"`
	ReceiptNumber int               `json:"receiptNumber"`
	Reasons       []string          `json:"reasons"` // why it was returned, in the user's language
	Problem       string            `json:"problem"` // of the latest sync since the start
}

const numberLength = 8

// SubmissionsView lists submissions.
type SubmissionsView struct {
	Submissions []SubmissionView `json:"submissions"`
}

// Submissions gives all of them, the latest first.
func (f *Facade) Submissions(ctx context.Context, _ Nothing) (SubmissionsView, error) {
	all, err := f.submissions(ctx)
	return SubmissionsView{Submissions: all}, err
}

// SubmitInput says what to hand in.
type SubmitInput struct {
	AssessmentID string `json:"assessmentId"`
}

// Submit freezes and seals an assessment and keeps it. It does not touch the
// network: a [Facade.Sync] afterwards brings it to the server. What was handed
// in before, and says the same, is not handed in again: the view is that of
// the earlier one. What says something else says why: without the reason of
// the correction it is refused.
func (f *Facade) Submit(ctx context.Context, in SubmitInput) (SubmissionView, error) {
	f.submitting.Lock()
	defer f.submitting.Unlock()
	latest, err := f.latestSubmissions(ctx)
	if err != nil {
		return SubmissionView{}, err
	}
	earlier := latest[in.AssessmentID]
	replaced, err := f.latestDocument(ctx, in.AssessmentID)
	if err != nil {
		return SubmissionView{}, err
	}
	document, err := f.freeze(ctx, in.AssessmentID, replaced)
	if err != nil {
		return SubmissionView{}, err
	}
	if earlier.ID != "" && earlier.State != stateReturned {
		same, err := f.handedIn(ctx, earlier.ID, document)
		if same || err != nil {
			return earlier, err
		}
	}
	if err := f.agreed(ctx, in.AssessmentID); err != nil {
		return SubmissionView{}, err
	}
	if document.Correction.Unreasoned() {
		return SubmissionView{}, fault.New(fault.Conflict, "error.correction_reason",
			fault.Args{"Service": document.Service.Name, "Version": replaced.Version})
	}
	sealed, err := submission.Seal(f.key, document)
	if err != nil {
		return SubmissionView{}, err
	}
	kept := submission.Kept{
		ID: document.ID, Assessment: in.AssessmentID, FrozenAt: document.FrozenAt,
		Name: submission.Name(document.Municipality.NIS, document.ID, sealed), Sealed: sealed,
	}
	if err := f.store.AddSubmission(ctx, f.role(ctx), kept); err != nil {
		return SubmissionView{}, err
	}
	return f.submission(ctx, kept.ID)
}

// handedIn tells whether a submission says the same as a document.
func (f *Facade) handedIn(ctx context.Context, submissionID string, document submission.Document) (bool, error) {
	kept, err := f.store.Submission(ctx, submissionID)
	if err != nil {
		return false, err
	}
	earlier, _, err := submission.Open(kept.Sealed)
	return err == nil && earlier.SaysTheSame(document), err
}

// freeze makes the document of an assessment as it is now; replaced is what it
// corrects, nil for none.
func (f *Facade) freeze(ctx context.Context, assessmentID string, replaced *submission.Document) (submission.Document, error) {
	town, err := f.store.Town(ctx)
	if err != nil {
		return submission.Document{}, err
	}
	municipality := municipalityOf(town)
	if err := requireTown(municipality.Name); err != nil {
		return submission.Document{}, err
	}
	a, catalogue, err := f.complete(ctx, assessmentID)
	if err != nil {
		return submission.Document{}, err
	}
	service, err := f.store.Service(ctx, a.ServiceID)
	if err != nil {
		return submission.Document{}, err
	}
	planned, err := f.measures(ctx, a)
	if err != nil {
		return submission.Document{}, err
	}
	compared, err := f.compared(ctx, a)
	if err != nil {
		return submission.Document{}, err
	}
	a.Correction = reasonFor(a, replaced)
	return submission.Freeze(catalogue, submission.Draft{
		ID: string(journal.NewID()), Municipality: municipality, Fictional: town.Fictional, Service: service, Assessment: a,
		Measures: planned, Earlier: compared, Replaced: replaced, SubmittedBy: f.role(ctx), App: f.config.Version,
	}, f.now())
}

// FileView is a file that was made for the user.
type FileView struct {
	FileName string   `json:"fileName"`
	Path     string   `json:"path"`
	URL      string   `json:"url"`      // where the browser finds it; "" where the system opened it
	Replaced []string `json:"replaced"` // characters that could not be printed
}

// ExportSubmission writes the exact bytes of a submission to a file, for mail
// or USB: the way in for a town without a connection.
func (f *Facade) ExportSubmission(ctx context.Context, in IDInput) (FileView, error) {
	kept, err := f.store.Submission(ctx, in.ID)
	if err != nil {
		return FileView{}, err
	}
	path, err := f.writeFile("submissions", filepath.Base(kept.Name), kept.Sealed)
	if err != nil {
		return FileView{}, err
	}
	url, err := f.config.Reveal(path)
	return FileView{FileName: filepath.Base(path), Path: path, URL: url, Replaced: []string{}}, err
}

func (f *Facade) submission(ctx context.Context, id string) (SubmissionView, error) {
	kept, err := f.store.Submission(ctx, id)
	if err != nil {
		return SubmissionView{}, err
	}
	return f.submissionView(ctx, kept)
}

func (f *Facade) submissions(ctx context.Context) ([]SubmissionView, error) {
	all, err := f.store.Submissions(ctx)
	if err != nil {
		return nil, err
	}
	views := make([]SubmissionView, 0, len(all))
	for _, kept := range all {
		view, err := f.submissionView(ctx, kept)
		if err != nil {
			return nil, err
		}
		views = append(views, view)
	}
	return views, nil
}

// latestSubmissions gives the latest submission of each assessment.
func (f *Facade) latestSubmissions(ctx context.Context) (map[string]SubmissionView, error) {
	all, err := f.submissions(ctx)
	if err != nil {
		return nil, err
	}
	latest := make(map[string]SubmissionView)
	for _, s := range all {
		if _, later := latest[s.AssessmentID]; !later {
			latest[s.AssessmentID] = s
		}
	}
	return latest, nil
}

func (f *Facade) submissionView(ctx context.Context, kept submission.Kept) (SubmissionView, error) {
	document, _, err := submission.Open(kept.Sealed)
	if err != nil {
		return SubmissionView{}, err
	}
	state, receipt, err := kept.State()
	if err != nil {
		return SubmissionView{}, err
	}
	texts := f.Texts(ctx)
	view := SubmissionView{
		ID: kept.ID, Number: syncer.Hash(kept.Sealed)[:numberLength], AssessmentID: kept.Assessment,
		ServiceName: document.Service.Name, Moment: document.Assessment.Moment, FrozenAt: moment(kept.FrozenAt), Name: kept.Name,
		State: state, VerifiedAt: moment(kept.VerifiedAt), ReceivedAt: moment(receipt.At), ReceiptNumber: receipt.Number,
		Reasons: []string{},
	}
	for _, reason := range receipt.Reasons {
		view.Reasons = append(view.Reasons, texts.Text("submission.reason."+string(reason), nil))
	}
	if err := f.sync.problem(kept.ID); err != nil && (state == stateFrozen || state == stateVerified) {
		view.Problem = texts.Fault(err)
	}
	return view, nil
}

func municipalityOf(town sqlite.Town) submission.Municipality {
	view := townView(town)
	if view == nil {
		return submission.Municipality{}
	}
	return submission.Municipality{NIS: view.NIS, Name: view.Name, Authority: view.Authority}
}
