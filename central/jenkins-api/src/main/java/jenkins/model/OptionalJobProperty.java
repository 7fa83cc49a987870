package jenkins.model;

import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.JobPropertyDescriptor;

public abstract class OptionalJobProperty<J extends Job<?, ?>> extends JobProperty<J> {
    @Override
    public native OptionalJobPropertyDescriptor getDescriptor();

    public abstract static class OptionalJobPropertyDescriptor extends JobPropertyDescriptor {
        protected OptionalJobPropertyDescriptor(Class<? extends JobProperty<?>> clazz) {}

        protected OptionalJobPropertyDescriptor() {}
    }
}
