package hudson;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.IOException;
import java.io.InputStream;

public final class FilePath {
    private FilePath() {}

    public native String getRemote();

    public native FilePath child(String relOrAbsolute);

    public native boolean exists() throws IOException, InterruptedException;

    public native boolean isDirectory() throws IOException, InterruptedException;

    public native boolean isDescendant(@NonNull String potentialChildRelativePath)
            throws IOException, InterruptedException;

    public native long length() throws IOException, InterruptedException;

    public native InputStream read() throws IOException, InterruptedException;
}
