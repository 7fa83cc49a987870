package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;

public class JenkinsLocationConfiguration extends GlobalConfiguration {
    @NonNull
    public static native JenkinsLocationConfiguration get();

    @CheckForNull
    public native String getUrl();
}
