/** Where a step of a build runs, how its work gets there, and what becomes of its files. Knows no particular step. */
package io.jenkins.plugins.networkshell.run;
