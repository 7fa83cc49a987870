package hudson.model;

import hudson.tasks.Publisher;
import hudson.util.DescribableList;

public abstract class AbstractProject<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>>
        extends Job<P, R> {
    protected AbstractProject(ItemGroup parent, String name) {
        super(parent, name);
    }

    public native AbstractProject<?, ?> getRootProject();

    public abstract DescribableList<Publisher, Descriptor<Publisher>> getPublishersList();
}
