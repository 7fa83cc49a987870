package hudson.triggers;

import hudson.model.Cause;
import hudson.model.Item;

public class TimerTrigger extends Trigger<Item> {
    public TimerTrigger(String spec) {}

    public static class TimerTriggerCause extends Cause {
        @Override
        public native String getShortDescription();
    }
}
