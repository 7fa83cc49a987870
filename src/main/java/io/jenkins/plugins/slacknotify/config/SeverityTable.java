package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.slacknotify.config.form.StoredIds;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import java.util.EnumMap;
import java.util.Map;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The severities of events that differ from the defaults: {@code severities:} in Configuration as Code. Null stands for the default. */
public class SeverityTable implements Describable<SeverityTable> {
    private String started;
    private String waitingForInput;
    private String runningLong;
    private String success;
    private String fixed;
    private String unstable;
    private String failure;
    private String regressed;
    private String stillFailing;
    private String aborted;
    private String notBuilt;
    private String lost;
    private String timedOut;

    @DataBoundConstructor
    public SeverityTable() {
        // Every row has a setter.
    }

    @CheckForNull
    public String getStarted() {
        return started;
    }

    @DataBoundSetter
    public void setStarted(@CheckForNull String started) {
        this.started = checked(started);
    }

    @CheckForNull
    public String getWaitingForInput() {
        return waitingForInput;
    }

    @DataBoundSetter
    public void setWaitingForInput(@CheckForNull String waitingForInput) {
        this.waitingForInput = checked(waitingForInput);
    }

    @CheckForNull
    public String getRunningLong() {
        return runningLong;
    }

    @DataBoundSetter
    public void setRunningLong(@CheckForNull String runningLong) {
        this.runningLong = checked(runningLong);
    }

    @CheckForNull
    public String getSuccess() {
        return success;
    }

    @DataBoundSetter
    public void setSuccess(@CheckForNull String success) {
        this.success = checked(success);
    }

    @CheckForNull
    public String getFixed() {
        return fixed;
    }

    @DataBoundSetter
    public void setFixed(@CheckForNull String fixed) {
        this.fixed = checked(fixed);
    }

    @CheckForNull
    public String getUnstable() {
        return unstable;
    }

    @DataBoundSetter
    public void setUnstable(@CheckForNull String unstable) {
        this.unstable = checked(unstable);
    }

    @CheckForNull
    public String getFailure() {
        return failure;
    }

    @DataBoundSetter
    public void setFailure(@CheckForNull String failure) {
        this.failure = checked(failure);
    }

    @CheckForNull
    public String getRegressed() {
        return regressed;
    }

    @DataBoundSetter
    public void setRegressed(@CheckForNull String regressed) {
        this.regressed = checked(regressed);
    }

    @CheckForNull
    public String getStillFailing() {
        return stillFailing;
    }

    @DataBoundSetter
    public void setStillFailing(@CheckForNull String stillFailing) {
        this.stillFailing = checked(stillFailing);
    }

    @CheckForNull
    public String getAborted() {
        return aborted;
    }

    @DataBoundSetter
    public void setAborted(@CheckForNull String aborted) {
        this.aborted = checked(aborted);
    }

    @CheckForNull
    public String getNotBuilt() {
        return notBuilt;
    }

    @DataBoundSetter
    public void setNotBuilt(@CheckForNull String notBuilt) {
        this.notBuilt = checked(notBuilt);
    }

    @CheckForNull
    public String getLost() {
        return lost;
    }

    @DataBoundSetter
    public void setLost(@CheckForNull String lost) {
        this.lost = checked(lost);
    }

    @CheckForNull
    public String getTimedOut() {
        return timedOut;
    }

    @DataBoundSetter
    public void setTimedOut(@CheckForNull String timedOut) {
        this.timedOut = checked(timedOut);
    }

    SeverityPolicy toPolicy() {
        Map<EventKind, Severity> overrides = new EnumMap<>(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            String severity = row(kind);
            if (severity != null) {
                StoredIds.known(severity, Severity::parse).ifPresent(known -> overrides.put(kind, known));
            }
        }
        return SeverityPolicy.withOverrides(overrides);
    }

    /** The id of the severity that is set for a kind; null for the default. */
    @CheckForNull
    String row(EventKind kind) {
        return switch (kind) {
            case STARTED -> started;
            case WAITING_FOR_INPUT -> waitingForInput;
            case RUNNING_LONG -> runningLong;
            case SUCCESS -> success;
            case FIXED -> fixed;
            case UNSTABLE -> unstable;
            case FAILURE -> failure;
            case REGRESSED -> regressed;
            case STILL_FAILING -> stillFailing;
            case ABORTED -> aborted;
            case NOT_BUILT -> notBuilt;
            case LOST -> lost;
            case TIMED_OUT -> timedOut;
        };
    }

    /** @throws IllegalArgumentException where no severity has this id */
    @CheckForNull
    private static String checked(@CheckForNull String severity) {
        String given = Util.fixEmptyAndTrim(severity);
        return given == null ? null : Severity.parse(given).id();
    }

    /** Makes the type known to Jenkins and to Configuration as Code. The page shows its rows in the table of events. */
    @Extension
    public static class DescriptorImpl extends Descriptor<SeverityTable> {}
}
