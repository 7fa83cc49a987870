package org.jenkinsci.plugins.pipeline.modeldefinition;

import hudson.model.Describable;
import hudson.model.Descriptor;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

public class DescriptorLookupCache {
    public synchronized native StepDescriptor lookupStepDescriptor(String n);

    public synchronized native Descriptor<? extends Describable> lookupFunction(
            String n, Class<? extends Describable> describable);
}
