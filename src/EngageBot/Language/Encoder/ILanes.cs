namespace EngageBot.Language.Encoder;

/// <summary>What the kernels ask of a vector register, so that each is written once and compiled for every width.</summary>
/// <typeparam name="TFloats">A register of 32-bit floats.</typeparam>
/// <typeparam name="TInts">A register of as many 32-bit integers, or of twice as many 16-bit ones.</typeparam>
internal unsafe interface ILanes<TFloats, TInts>
    where TFloats : struct
    where TInts : struct
{
    static abstract int Count { get; }

    /// <summary>Rows of a matrix whose sums fit into the registers beside two vectors of weights.</summary>
    static abstract int TileRows { get; }

    static abstract TFloats Load(float* source);

    static abstract void Store(TFloats value, float* target);

    static abstract TFloats Fill(float value);

    static abstract TFloats Add(TFloats left, TFloats right);

    static abstract TFloats Multiply(TFloats left, TFloats right);

    /// <summary>left * right + addend</summary>
    static abstract TFloats MultiplyAdd(TFloats left, TFloats right, TFloats addend);

    static abstract TFloats Divide(TFloats left, TFloats right);

    static abstract TFloats Larger(TFloats left, TFloats right);

    static abstract TFloats Magnitude(TFloats value);

    static abstract TFloats Exponential(TFloats value);

    static abstract float Sum(TFloats value);

    static abstract TFloats ToFloats(TInts value);

    /// <summary>Rounds to even and stores as 16-bit integers.</summary>
    static abstract void StoreRounded(TFloats value, short* target);

    /// <summary>Twice <see cref="Count"/> bytes, widened to 16 bits.</summary>
    static abstract TInts LoadWeights(sbyte* source);

    /// <summary>Two neighbouring 16-bit integers, repeated.</summary>
    static abstract TInts FillPair(short* source);

    /// <summary>Multiplies 16-bit integers, adds the products of neighbours to each other and to the sum.</summary>
    static abstract TInts AddProducts(TInts sum, TInts left, TInts right);
}
