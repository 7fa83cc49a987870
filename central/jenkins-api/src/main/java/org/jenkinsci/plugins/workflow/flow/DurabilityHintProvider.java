package org.jenkinsci.plugins.workflow.flow;

import hudson.ExtensionPoint;
import hudson.model.Item;

public interface DurabilityHintProvider extends ExtensionPoint {
    static FlowDurabilityHint suggestedFor(Item item) {
        throw new UnsupportedOperationException();
    }
}
