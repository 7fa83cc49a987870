package io.jenkins.plugins.casc.model;

import java.util.ArrayList;

public final class Sequence extends ArrayList<CNode> implements CNode {
    private static final long serialVersionUID = 1L;
}
