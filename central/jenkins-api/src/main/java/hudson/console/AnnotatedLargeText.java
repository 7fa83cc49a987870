package hudson.console;

import edu.umd.cs.findbugs.annotations.CheckReturnValue;
import java.io.IOException;
import java.io.OutputStream;
import org.kohsuke.stapler.framework.io.LargeText;

public class AnnotatedLargeText<T> extends LargeText {
    private AnnotatedLargeText() {
        super(null, true);
    }

    @CheckReturnValue
    @Override
    public native long writeLogTo(long start, OutputStream out) throws IOException;
}
