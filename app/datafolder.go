package app

import "context"

// FolderView is a folder.
type FolderView struct {
	Path string `json:"path"`
}

// OpenDataFolder shows the folder that holds everything of this user.
func (f *Facade) OpenDataFolder(context.Context, Nothing) (FolderView, error) {
	folder := f.store.Folder()
	_, err := f.config.Browse(folder)
	return FolderView{Path: folder}, err
}
