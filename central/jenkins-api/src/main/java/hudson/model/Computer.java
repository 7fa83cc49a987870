package hudson.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

public abstract class Computer extends Actionable {
    // Not a literal null, which static analysis would take for the value in Jenkins.
    public static final ExecutorService threadPoolForRemoting =
            Optional.<ExecutorService>empty().orElse(null);

    private Computer() {}

    public native List<Executor> getAllExecutors();
}
