package org.parley.store;

/**
 * What a revision changed.
 *
 * @param revision the revision that the change led to
 * @param added how many quads it added, those that say the revision itself among them
 * @param removed how many quads it removed
 */
public record Change(Revision revision, long added, long removed) {}
