package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public abstract class BlockStartNode extends FlowNode {
    private BlockStartNode() {}

    @CheckForNull
    public native BlockEndNode getEndNode();
}
