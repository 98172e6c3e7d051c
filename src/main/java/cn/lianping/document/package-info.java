/** PDFs the platform produces: from a template and a model, numbered by version, with a fingerprint on every page. */
@NullMarked
package cn.lianping.document;

import org.jspecify.annotations.NullMarked;
