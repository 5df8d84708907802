using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace EngageBot.Drafting.Rewording;

/// <summary>
/// A language model behind the chat completions that OpenAI, Ollama and many others serve. One attempt, with a deadline for the
/// whole answer and a bound on its length; whatever goes wrong is a <see cref="ChatTroubleException"/>.
/// </summary>
internal sealed class ChatCompletions(IHttpClientFactory clients, IOptions<RewordingOptions> settings, TimeProvider clock) : IChatClient
{
    /// <summary>The named client of the factory; it follows no redirects and unpacks nothing.</summary>
    public const string ClientName = "rewording";

    private const int MostBytes = 64 * 1024;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var request = Request(messages);
        using var deadline = new CancellationTokenSource(Settings.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new ChatTroubleException(Refusal(response.StatusCode));
            return Read(await BodyAsync(response, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChatTroubleException(string.Create(CultureInfo.InvariantCulture, $"it did not answer within {Settings.TimeoutSeconds} s"));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or SocketException)
        {
            throw new ChatTroubleException($"it cannot be reached, or broke off ({broken.Message})");
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // the factory keeps the connections
    }

    private RewordingOptions Settings => settings.Value;

    private HttpRequestMessage Request(IEnumerable<ChatMessage> messages)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Settings.Completions)
        {
            Content = JsonContent.Create(new Question(Settings.Model, [.. messages.Select(message => new Said(message.Role.Value, message.Text))], Stream: false)),
        };
        if (Settings.ApiKey.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Settings.ApiKey);
        return request;
    }

    private static string Refusal(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "it refuses the key; see Rewording:ApiKey",
        HttpStatusCode.NotFound => "it knows no such model or address; see Rewording:Model and Rewording:Endpoint",
        _ => string.Create(CultureInfo.InvariantCulture, $"it answered with status {(int)status}"),
    };

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var body = new byte[MostBytes];
        var length = await stream.ReadAtLeastAsync(body, MostBytes, throwOnEndOfStream: false, cancellationToken);
        return length < MostBytes ? body.AsMemory(0, length) : throw new ChatTroubleException("its answer has no end");
    }

    private static ChatResponse Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Completion>(body.Span, JsonSerializerOptions.Web)?.Choices is [{ Message.Content: { } text } choice, ..]
                ? new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = choice.FinishReason is { Length: > 0 } reason ? new ChatFinishReason(reason) : null }
                : throw new ChatTroubleException("its answer holds no text");
        }
        catch (JsonException)
        {
            throw new ChatTroubleException("its answer cannot be read");
        }
    }

    private sealed record Question(string Model, IReadOnlyList<Said> Messages, bool Stream);

    private sealed record Said(string Role, string Content);

    private sealed record Completion(IReadOnlyList<Choice?>? Choices);

    private sealed record Choice(Reply? Message, [property: JsonPropertyName("finish_reason")] string? FinishReason);

    private sealed record Reply(string? Content);
}
