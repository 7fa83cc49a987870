package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.console.AnnotatedLargeText;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Calendar;
import java.util.List;

public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements Comparable<RunT>, AccessControlled, Saveable {
    protected Run(@NonNull JobT job) throws IOException {}

    protected Run(@NonNull JobT job, long timestamp) {}

    @NonNull
    public native JobT getParent();

    @CheckForNull
    public native Executor getExecutor();

    public native int getNumber();

    public native long getQueueId();

    public native String getId();

    public native String getExternalizableId();

    @CheckForNull
    public static native Run<?, ?> fromExternalizableId(String id);

    @NonNull
    @Override
    public native String getDisplayName();

    @NonNull
    public native String getFullDisplayName();

    @CheckForNull
    public native String getDescription();

    @NonNull
    public native String getUrl();

    @NonNull
    public final native String getAbsoluteUrl();

    @CheckForNull
    public native Result getResult();

    public native void setResult(@NonNull Result r);

    public native boolean isBuilding();

    public native boolean isLogUpdated();

    @NonNull
    public native Calendar getTimestamp();

    public final native long getTimeInMillis();

    public final native long getStartTimeInMillis();

    public native long getDuration();

    public native long getEstimatedDuration();

    @NonNull
    public native AnnotatedLargeText getLogText();

    @NonNull
    public final native Charset getCharset();

    @NonNull
    public native Reader getLogReader() throws IOException;

    @NonNull
    public native String getDurationString();

    public native List<Cause> getCauses();

    @CheckForNull
    public native <T extends Cause> T getCause(Class<T> type);

    @CheckForNull
    public native RunT getPreviousBuild();

    @CheckForNull
    public final native RunT getPreviousCompletedBuild();

    @CheckForNull
    public native RunT getNextBuild();

    @NonNull
    public native EnvVars getEnvironment(@NonNull TaskListener listener) throws IOException, InterruptedException;

    @NonNull
    public native File getRootDir();

    @Override
    public native int compareTo(@NonNull RunT that);

    @NonNull
    @Override
    public native ACL getACL();

    @Override
    public synchronized native void save() throws IOException;

    public static final Permission ARTIFACTS = new Permission(null, "Artifacts", null);

    @NonNull
    public native List<Artifact> getArtifactsUpTo(int artifactsNumber);

    public class Artifact {
        public final String relativePath;

        private Artifact(String relativePath) {
            this.relativePath = relativePath;
        }

        public native long getFileSize();
    }
}
