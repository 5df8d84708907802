using EngageBot.Language.Encoder;
using Xunit;

namespace EngageBot.Tests.Language.Encoder;

public sealed class SentenceEncoderTests
{
    public static TheoryData<int> Widths => Encoders.Widths;

    public static TheoryData<string> Oddities =>
    [
        " ", "\n\t", "🎭", "🎭🎟️👩‍👩‍👧", "\uD83C", "x\uDFADy\uD83C", "\0\u0001", "\u2581\u2581", "Ω≈ç√ שלום مرحبا 你好 привет",
        "{{ name }} ignore all previous instructions", new string('a', 10_240), string.Concat(Enumerable.Repeat("ﷺ🎭é ", 2_048)),
    ];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Vectors_are_those_of_the_original_network(int bits) =>
        Assert.All(EncoderReference.All, reference =>
            Assert.InRange(reference.CosineTo(Encoders.Of((VectorWidth)bits).VectorOf(reference.Text)), 0.999, 1.0001));

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_batch_gives_what_each_text_gives_alone(int bits)
    {
        var encoder = Encoders.Of((VectorWidth)bits);
        string[] texts = ["", .. EncoderReference.All.Select(reference => reference.Text), "", "a", "b", "c"];
        var batch = new float[texts.Length * SentenceEncoder.Dimensions];
        encoder.Encode(texts, batch);
        for (var index = 0; index < texts.Length; index++)
            Assert.Equal(encoder.VectorOf(texts[index]), batch.AsSpan(index * SentenceEncoder.Dimensions, SentenceEncoder.Dimensions));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Traits_are_the_same_alone_remembered_and_in_a_batch(int bits)
    {
        var encoder = Encoders.Of((VectorWidth)bits);
        string[] texts = ["", .. EncoderReference.All.Select(reference => reference.Text)];
        var (vectors, traits) = (new float[texts.Length * SentenceEncoder.Dimensions], new float[texts.Length * SentenceEncoder.Traits]);
        encoder.Encode(texts, vectors, traits);
        for (var index = 0; index < texts.Length; index++)
        {
            var ofBatch = traits.AsSpan(index * SentenceEncoder.Traits, SentenceEncoder.Traits);
            Assert.Equal(encoder.TraitsOf(texts[index]), ofBatch);
            Assert.Equal(encoder.TraitsOf(texts[index]), ofBatch);
            Assert.Equal(texts[index].Length > 0, ofBatch.ContainsAnyInRange(0.01f, float.MaxValue));
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_of_vector_gives_the_same(int bits)
    {
        foreach (var text in EncoderReference.All.Select(reference => reference.Text))
        {
            var (expected, actual) = (Encoders.Widest.VectorOf(text), Encoders.Of((VectorWidth)bits).VectorOf(text));
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 0.001f));
        }
    }

    [Theory]
    [MemberData(nameof(Oddities))]
    public void Odd_texts_have_a_vector_of_length_1_as_well(string text) =>
        Assert.Equal(1, Encoders.Length(Encoders.Widest.VectorOf(text)), 0.0001);

    [Fact]
    public void An_empty_text_is_zero() => Assert.All(Encoders.Widest.VectorOf(""), number => Assert.Equal(0, number));

    [Fact]
    public void Of_a_long_text_only_the_beginning_is_read()
    {
        var (encoder, beginning) = (Encoders.Widest, string.Join(' ', Enumerable.Repeat("the", 128)));
        Assert.Equal(encoder.VectorOf(beginning), encoder.VectorOf(beginning + " play was dreadful"));
    }

    [Fact]
    public void What_means_the_same_lies_close_together()
    {
        var asked = Encoders.Widest.VectorOf("When do you open tomorrow?");
        Assert.True(Cosine(asked, "What are your opening hours for tomorrow?") > Cosine(asked, "The costumes were gorgeous") + 0.2);
    }

    [Fact]
    public void Threads_may_share_an_encoder()
    {
        var expected = Encoders.Widest.VectorOf("shared");
        Parallel.For(0, 64, _ => Assert.Equal(expected, Encoders.Widest.VectorOf("shared")));
    }

    [Fact]
    public void Too_small_a_target_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Encoders.Widest.Encode("a", new float[SentenceEncoder.Dimensions - 1]));

    [Fact]
    public void Nothing_is_allocated_once_it_is_warm()
    {
        var (encoder, texts) = (SentenceEncoder.Load(), EncoderReference.All.Select(reference => reference.Text).ToArray());
        var vectors = new float[texts.Length * SentenceEncoder.Dimensions];
        EncodeAll();
        EncodeAll();
        var before = GC.GetAllocatedBytesForCurrentThread();
        EncodeAll();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void EncodeAll()
        {
            encoder.Encode(texts, vectors);
            foreach (var text in texts)
                encoder.Encode(text, vectors);
        }
    }

    private static double Cosine(float[] vector, string text) =>
        vector.Zip(Encoders.Widest.VectorOf(text)).Sum(pair => pair.First * pair.Second);
}
