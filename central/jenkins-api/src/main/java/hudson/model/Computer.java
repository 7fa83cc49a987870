package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.remoting.VirtualChannel;
import hudson.slaves.OfflineCause;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

public abstract class Computer extends Actionable {
    // Not a literal null, which static analysis would take for the value in Jenkins.
    public static final ExecutorService threadPoolForRemoting =
            Optional.<ExecutorService>empty().orElse(null);

    private Computer() {}

    public native List<Executor> getAllExecutors();

    @CheckForNull
    public abstract VirtualChannel getChannel();

    public native boolean isOffline();

    @CheckForNull
    public native OfflineCause getOfflineCause();
}
