package hudson.model.queue;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Queue;
import org.springframework.security.core.Authentication;

public class Tasks {
    private Tasks() {}

    @NonNull
    public static native Authentication getAuthenticationOf2(@NonNull Queue.Task t);
}
