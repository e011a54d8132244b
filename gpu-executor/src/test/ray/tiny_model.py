"""Makes a language model of a few hundred thousand random numbers: ``python tiny_model.py FOLDER``.

It knows nothing, but it is one: a real model server loads it, works through its layers and samples from it. Its last
layer leans towards what ends a string, a list or a number in JSON, as answers that are held by a schema alone would
seldom come to their end. So they have about twenty tokens for each string, and one element in each list.
"""

from __future__ import annotations

import math
import shutil
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast, Qwen3Config, Qwen3ForCausalLM

DOCUMENTS = Path(__file__).resolve().parents[4] / "docs"
VOCABULARY = 2_048
CONTEXT = 32_768
END = "<|im_end|>"
TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
# How likely a string ends with the next token.
ENDS = 0.03
# The value that all tokens have in the first dimension, and some in the second; far above the random ones.
STEADY = 8.0
# By how much what closes is favoured where a value has ended: e to this power.
CLOSES = 8.0


def tokenizer() -> PreTrainedTokenizerFast:
    """Byte-level pairs, learned from the documents of the project."""
    pairs = Tokenizer(models.BPE())
    pairs.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    pairs.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=["<|endoftext|>", "<|im_start|>", END],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    pairs.train([str(document) for document in sorted(DOCUMENTS.rglob("*.md"))], trainer)
    made = PreTrainedTokenizerFast(
        tokenizer_object=pairs, eos_token=END, pad_token="<|endoftext|>", model_max_length=CONTEXT
    )
    made.chat_template = TEMPLATE
    return made


def model(words: PreTrainedTokenizerFast) -> Qwen3ForCausalLM:
    """Two layers of chance."""
    torch.manual_seed(0)
    config = Qwen3Config(
        vocab_size=VOCABULARY,
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        head_dim=32,
        max_position_embeddings=CONTEXT,
        tie_word_embeddings=False,
        bos_token_id=None,
        eos_token_id=words.eos_token_id,
        pad_token_id=words.pad_token_id,
    )
    made = Qwen3ForCausalLM(config)
    lean(made, words)
    made.generation_config.eos_token_id = words.eos_token_id
    made.generation_config.pad_token_id = words.pad_token_id
    return made.to(torch.bfloat16)


def lean(made: Qwen3ForCausalLM, words: PreTrainedTokenizerFast) -> None:
    """The first dimension is the same for all tokens; the second tells those after which a value may have ended.

    After the last normalisation a dimension that stands out alone holds the root of the number of dimensions.
    """
    texts = {words.convert_tokens_to_string([token]): number for token, number in words.get_vocab().items()}
    quotes = [number for text, number in texts.items() if text.startswith('"')]
    closers = [number for text, number in texts.items() if text[:1] in ("]", "}", ",")]
    commas = [number for text, number in texts.items() if text.startswith(",")]
    turns = [number for text, number in texts.items() if text[-1:] in ('"', "[") or text[-1:].isdigit()]
    root = made.config.hidden_size**0.5
    odds = ENDS / (1 - ENDS) * (VOCABULARY - len(quotes)) / len(quotes)
    with torch.no_grad():
        embeddings = made.get_input_embeddings().weight
        embeddings[:, :2] = 0
        embeddings[:, 0] = STEADY
        embeddings[turns, 1] = STEADY
        weight = made.get_output_embeddings().weight
        weight[:, :2] = 0
        weight[quotes, 0] = math.log(odds) / root
        weight[quotes, 1] = -CLOSES / root
        weight[closers, 1] = CLOSES / root
        weight[commas, 1] = CLOSES / 2 / root


def main() -> None:
    folder = Path(sys.argv[1])
    beside = folder.with_name(folder.name + ".new")
    shutil.rmtree(beside, ignore_errors=True)
    words = tokenizer()
    model(words).save_pretrained(beside)
    words.save_pretrained(beside)
    shutil.rmtree(folder, ignore_errors=True)
    beside.rename(folder)


if __name__ == "__main__":
    main()
