/**
 * What one client may use of the server, so that none takes all: connections, patience with slow
 * bodies and slow readers, time and errors.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>A client is an address</b>, of IPv6 the first 64 bits. Behind a proxy all come from one,
 *       until {@code server.forward-headers-strategy} has the proxy believed; connections are
 *       counted by who opened them even then.
 *   <li><b>Time is paid afterwards</b>, as long as a worker was held, whatever held it: a query, a
 *       body that trickles in, an answer that is not taken. Debt is bounded, so that a client waits
 *       a minute at most for what it used at once.
 *   <li><b>Errors have a budget of their own</b>, since a client that only errs costs little time
 *       and learns nothing. What it had to wait for (429) counts for neither.
 *   <li><b>Patience is one measure for both ways</b>: ten seconds, and a second more for every 16
 *       KiB that moved. Head and body of a request share it, from the first byte on; so a byte now
 *       and then does not hold a worker. Tomcat's own timeouts bound a silence, not a trickle.
 *   <li><b>A body is watched where Tomcat reads it</b> ({@link
 *       org.parley.web.guard.PatientProtocol}), as it parses forms behind every filter's back. What
 *       is wrong there is thrown as an answer with a status: its own exceptions would end in 500.
 *   <li><b>Workers are platform threads.</b> A virtual thread that is interrupted or pinned while
 *       it reads the store's files would close or hold them for all.
 *   <li><b>The table of clients is bounded</b>; a client forgotten begins anew.
 * </ul>
 */
@NullMarked
package org.parley.web.guard;

import org.jspecify.annotations.NullMarked;
