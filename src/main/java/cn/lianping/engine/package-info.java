/**
 * How the process engine is set up: the only package that knows Camunda's internals. Stages meet it through
 * {@link cn.lianping.engine.TaskRule}, {@link cn.lianping.engine.StartRule} and {@link cn.lianping.engine.ProcessMessages}.
 */
@NullMarked
package cn.lianping.engine;

import org.jspecify.annotations.NullMarked;
