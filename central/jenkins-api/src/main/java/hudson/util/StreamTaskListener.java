package hudson.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.TaskListener;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

public class StreamTaskListener implements TaskListener {
    public StreamTaskListener(@NonNull OutputStream out, @CheckForNull Charset charset) {}

    @Override
    public native PrintStream getLogger();
}
