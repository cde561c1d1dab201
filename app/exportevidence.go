package app

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/evidence"
	"toetssteen/internal/fault"
	"toetssteen/internal/report"
	"toetssteen/internal/wholefile"
)

// AbsentView is evidence that an export does not hold.
type AbsentView struct {
	Name      string `json:"name"`
	Criterion string `json:"criterion"`
	State     string `json:"state"` // missing or damaged
}

// EvidenceExportView is an export that was made.
type EvidenceExportView struct {
	File   FileView     `json:"file"`
	Absent []AbsentView `json:"absent"`
}

// ExportWithEvidence writes a zip file with the report, every file that
// supports an answer, and a list of all evidence. What is missing or damaged
// is left out, and named in the list and in what is given back.
func (f *Facade) ExportWithEvidence(ctx context.Context, in ReportInput) (EvidenceExportView, error) {
	model, err := f.assessmentReport(ctx, in.AssessmentID)
	if err != nil {
		return EvidenceExportView{}, err
	}
	var pdf, packed bytes.Buffer
	replaced, err := report.WriteAssessment(&pdf, model, f.Texts(ctx), f.now())
	if err != nil {
		return EvidenceExportView{}, err
	}
	archive := zip.NewWriter(&packed)
	name := reportName(model, f.Texts(ctx))
	absent, err := f.pack(ctx, archive, name, pdf.Bytes(), model.Assessment.Evidence, model)
	if err != nil {
		return EvidenceExportView{}, err
	}
	if err := archive.Close(); err != nil {
		return EvidenceExportView{}, fmt.Errorf("pack evidence: %w", err)
	}
	path := filepath.Join(f.store.Folder(), "reports", strings.TrimSuffix(name, ".pdf")+".zip")
	if err := wholefile.Write(path, packed.Bytes()); err != nil {
		return EvidenceExportView{}, err
	}
	file := FileView{FileName: filepath.Base(path), Path: path, Replaced: []string{}}
	for _, r := range replaced {
		file.Replaced = append(file.Replaced, string(r.Rune))
	}
	file.URL, err = f.config.Reveal(path)
	return EvidenceExportView{File: file, Absent: absent}, err
}

// columns are those of the list of evidence.
var columns = []string{"criterion", "label", "name", "file", "link", "bytes", "hash", "media", "savedAt", "savedBy"}

// pack puts the report, the files and the list into the archive, and tells
// what could not be. A file that supports several answers is in it once.
func (f *Facade) pack(
	ctx context.Context, archive *zip.Writer, reportName string, pdf []byte, list []assessment.Evidence, model report.AssessmentReport,
) ([]AbsentView, error) {
	put := func(name string, data []byte) error { return put(archive, name, data, f.now()) }
	if err := put(reportName, pdf); err != nil {
		return nil, err
	}
	names := packedNames(f.Texts(ctx).Text("app.evidence_folder", nil), list)
	states := make(map[string]string)
	written := make(map[string]bool)
	for _, e := range list {
		if e.IsLink() || written[e.Hash] {
			continue
		}
		written[e.Hash] = true
		data, err := f.evidence.Read(e.Hash)
		switch fault.CodeOf(err) {
		case fault.NotFound:
			states[e.Hash] = "missing"
		case fault.Corrupt:
			states[e.Hash] = "damaged"
		default:
			if err == nil {
				err = put(names[e.Hash], data)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	absent := []AbsentView{}
	var index bytes.Buffer
	index.WriteString("\ufeff") // spreadsheets then read it as UTF-8
	table := csv.NewWriter(&index)
	table.Comma = ';'
	lines := [][]string{make([]string, 0, len(columns))}
	for _, column := range columns {
		lines[0] = append(lines[0], f.Texts(ctx).Text("app.evidence_column."+column, nil))
	}
	lines[0] = append(lines[0], f.Texts(ctx).Text("app.evidence_state", nil))
	for _, e := range list {
		state, packed := states[e.Hash], names[e.Hash]
		if state != "" {
			absent = append(absent, AbsentView{Name: e.Name, Criterion: string(e.Criterion), State: state})
			state, packed = f.Texts(ctx).Text("app.evidence."+state, nil), ""
		}
		label := ""
		if c, err := model.Catalogue.Criterion(e.Criterion); err == nil {
			label = c.Label.In(model.Language)
		}
		size := ""
		if !e.IsLink() {
			size = strconv.FormatInt(e.Size, 10)
		}
		lines = append(lines, []string{string(e.Criterion), label, plainCell(e.Name), packed, plainCell(e.Link), size, e.Hash, e.Media,
			moment(e.SavedAt), plainCell(e.SavedBy), state})
	}
	if err := table.WriteAll(lines); err != nil {
		return nil, fmt.Errorf("write list of evidence: %w", err)
	}
	return absent, put("evidence.csv", index.Bytes())
}

// packedNames gives the name in the archive of each file, in a folder, by hash.
func packedNames(folder string, list []assessment.Evidence) map[string]string {
	var hashes, wanted []string
	seen := make(map[string]bool)
	for _, e := range list {
		if e.IsLink() || seen[e.Hash] {
			continue
		}
		seen[e.Hash] = true
		hashes = append(hashes, e.Hash)
		name := evidence.SafeName(e.Name)
		if name == "" {
			name = e.Hash[:min(12, len(e.Hash))]
		}
		wanted = append(wanted, string(e.Criterion)+" "+name)
	}
	names := make(map[string]string)
	for i, name := range evidence.Unique(wanted) {
		names[hashes[i]] = folder + "/" + name
	}
	return names
}

func put(archive *zip.Writer, name string, data []byte, at time.Time) error {
	w, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at})
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil {
		return fmt.Errorf("pack %s: %w", name, err)
	}
	return nil
}

// plainCell keeps a spreadsheet from taking a text for a formula.
func plainCell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
