package hudson;

public final class FilePath {
    private FilePath() {}

    public native String getRemote();
}
