package org.jenkinsci.plugins.gitclient;

import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

public interface GitClient {
    List<ObjectId> revList(String ref) throws InterruptedException;

    boolean isCommitInRepo(ObjectId commit) throws InterruptedException;

    List<String> showRevision(ObjectId r) throws InterruptedException;
}
