package io.witan.cli.repo;

import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/** A tree that is ready to be committed, the paths that it changes, and what it was made from. */
record Content(ObjectId tree, List<String> files, String how) {}
