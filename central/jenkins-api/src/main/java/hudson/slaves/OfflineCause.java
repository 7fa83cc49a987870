package hudson.slaves;

public abstract class OfflineCause {
    public native long getTimestamp();
}
