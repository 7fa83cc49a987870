package hudson.model;

public abstract class JobPropertyDescriptor extends Descriptor<JobProperty<?>> {
    protected JobPropertyDescriptor(Class<? extends JobProperty<?>> clazz) {}

    protected JobPropertyDescriptor() {}

    public native boolean isApplicable(Class<? extends Job> jobType);
}
