using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EngageBot.Sandbox.Api;

/// <summary>A whole response, held in a borrowed buffer until it is written or spoilt by a fault.</summary>
internal sealed class Answer : IDisposable
{
    private const int KeptBuffers = 16;
    private const int LargestKept = 1 << 20;

    private static readonly ConcurrentBag<ArrayBufferWriter<byte>> Buffers = [];
    private static readonly JsonWriterOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> buffer;

    private Answer(int status, string contentType)
    {
        Status = status;
        ContentType = contentType;
        buffer = Buffers.TryTake(out var kept) ? kept : new ArrayBufferWriter<byte>(4096);
    }

    public int Status { get; }

    public string ContentType { get; }

    public ReadOnlyMemory<byte> Body => buffer.WrittenMemory;

    public static Answer Empty(int status) => new(status, "");

    public static Answer Ok(Action<Utf8JsonWriter> write, int status = 200) =>
        Write(status, "application/json; charset=utf-8", write);

    public static Answer Problem(int status, Action<Utf8JsonWriter> write) => Write(status, "application/problem+json", write);

    public void Dispose()
    {
        buffer.ResetWrittenCount();
        if (Buffers.Count < KeptBuffers && buffer.Capacity <= LargestKept)
            Buffers.Add(buffer);
    }

    private static Answer Write(int status, string contentType, Action<Utf8JsonWriter> write)
    {
        var answer = new Answer(status, contentType);
        using var writer = new Utf8JsonWriter(answer.buffer, Json);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        return answer;
    }
}
