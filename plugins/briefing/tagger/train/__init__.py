"""How the name tagger is made: `python -m briefing.tagger.train`, or `make model`. Needs PyTorch; a build never does.

Texts (corpus) -> varied at random (layouts, recasing, replacing) -> windows (examples) -> a teacher of six layers and a
student of fewer (network, fit) -> a file in whole numbers (export), scored (scoring) and described (card).
The same texts, libraries, seed and number of threads on the same machine give the same file.
"""
