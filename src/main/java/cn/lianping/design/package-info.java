/**
 * 流程设计: what administrators may put in force. Rules for diagrams, forms and decision tables, each saying what would break
 * at run time and how to mend it; and the gate that every deployment passes, by whichever road it comes.
 */
@NullMarked
package cn.lianping.design;

import org.jspecify.annotations.NullMarked;
