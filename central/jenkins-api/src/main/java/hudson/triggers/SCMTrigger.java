package hudson.triggers;

import hudson.model.Cause;
import hudson.model.Item;

public class SCMTrigger extends Trigger<Item> {
    public SCMTrigger(String spec) {}

    public static class SCMTriggerCause extends Cause {
        @Override
        public native String getShortDescription();
    }
}
