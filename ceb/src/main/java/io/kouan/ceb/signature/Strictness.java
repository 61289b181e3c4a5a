package io.kouan.ceb.signature;

/** How white space and algorithm names are taken (signature.md, sections 5 and 9; decisions 15 and 16). */
public enum Strictness {
    /** XMLDSig to the letter */
    STRICT,
    /** forgives exactly the known deviations and says which one was needed */
    LENIENT
}
