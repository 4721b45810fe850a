// Made from contracts/src/Agreement.sol by contracts/generate.ts; change the Solidity and run it again.
export const agreementAbi = [
  {
    "inputs": [],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementClosed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "int256",
        "name": "chosen",
        "type": "int256"
      }
    ],
    "name": "ChoiceOutOfBounds",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "CollectFailed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "GasTooLow",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InputFitsNoCase",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "timeout",
        "type": "uint256"
      }
    ],
    "name": "InputLate",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bits",
        "type": "uint256"
      }
    ],
    "name": "IntegerTooWide",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "timeout",
        "type": "uint256"
      }
    ],
    "name": "IntervalAmbiguous",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      }
    ],
    "name": "IntervalEmpty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "minTime",
        "type": "uint64"
      }
    ],
    "name": "IntervalInPast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "party",
        "type": "address"
      }
    ],
    "name": "InvalidParty",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "party",
        "type": "address"
      }
    ],
    "name": "NotAuthorized",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "time",
        "type": "uint256"
      }
    ],
    "name": "NotInInterval",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NotYetTrue",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "NothingOwed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingToDo",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "number",
        "type": "int256"
      }
    ],
    "name": "NumberTooLarge",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ProgramTooDeep",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "StateMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "offset",
        "type": "uint256"
      }
    ],
    "name": "TermsMalformed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "TermsMissing",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TermsTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "arrived",
        "type": "uint256"
      }
    ],
    "name": "TokenTakesFee",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TooManyNames",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TooManyPayouts",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "expected",
        "type": "int256"
      },
      {
        "internalType": "int256",
        "name": "given",
        "type": "int256"
      }
    ],
    "name": "WrongAmount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "given",
        "type": "address"
      }
    ],
    "name": "WrongParty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "given",
        "type": "address"
      }
    ],
    "name": "WrongToken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "sent",
        "type": "uint256"
      }
    ],
    "name": "WrongValue",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "indexed": false,
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      }
    ],
    "name": "Advanced",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "Collected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "enum InputKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "party",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "int256",
        "name": "number",
        "type": "int256"
      }
    ],
    "name": "InputApplied",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "opener",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "indexed": false,
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "Opened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Owed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Paid",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "TermsRevealed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "enum WarningKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "first",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "second",
            "type": "int256"
          }
        ],
        "indexed": false,
        "internalType": "struct Warning",
        "name": "warning",
        "type": "tuple"
      }
    ],
    "name": "Warned",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "PAYOUT_GAS",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "from",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "to",
            "type": "uint64"
          }
        ],
        "internalType": "struct Interval",
        "name": "interval",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input[]",
        "name": "inputs",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "advance",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "collect",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "commitmentOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "terms",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "nonce",
        "type": "uint64"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input",
        "name": "input",
        "type": "tuple"
      }
    ],
    "name": "hashInput",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "opener",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "idOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "open",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "owedTo",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "from",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "to",
            "type": "uint64"
          }
        ],
        "internalType": "struct Interval",
        "name": "interval",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input[]",
        "name": "inputs",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "preview",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "amount",
            "type": "uint256"
          }
        ],
        "internalType": "struct Payment[]",
        "name": "",
        "type": "tuple[]"
      },
      {
        "components": [
          {
            "internalType": "enum WarningKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "first",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "second",
            "type": "int256"
          }
        ],
        "internalType": "struct Warning[]",
        "name": "",
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

export const agreementBytecode = '0x6101606040523461013d57604051610018604082610141565b6013815260208101907f47726973746d696c6c2041677265656d656e7400000000000000000000000000825260405191610053604084610141565b600183526020830191603160f81b835261006c81610178565b6101205261007984610178565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526100e260c082610141565b5190206080523060c05260405161586b90816101e4823960805181613aa3015260a05181613b5a015260c05181613a74015260e05181613af201526101005181613b18015261012051816106a8015261014051816106d10152f35b5f80fd5b601f909101601f19168101906001600160401b0382119082101761016457604052565b634e487b7160e01b5f52604160045260245ffd5b601f8151116101a3576020815191015160208210610194571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f3560e01c806308d3494414610cd45780631504d2b21461083b57806344abc9b7146107a457806384b0196e146106725780639a44da8314610637578063a10bb806146105ef578063a12ef25e1461036c578063c884592d1461031b578063db5a0aa11461028f5763ee1818f214610087575f80fd5b3461028b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b5760043560443567ffffffffffffffff811161028b576100d990369060040161197c565b906100e783602435336123df565b91825f52600260205260405f205461025f57610101612168565b906103e84202914283046103e81442151715610232576020956102277f88487d704017fcc4c010f3b2493fe6ebe0f9d7c10a605f46e489dc17c71dc7f29367ffffffffffffffff88961660608501526101ab61015b611fdb565b6040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061102061018c8184611d40565b6080835201368d83013760a08201526101a5838a6127c8565b85612917565b604051898101906101ed816101c18888866120c2565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611d40565b519020865f5260028a5260405f2055610217604051948594855260608b86015260608501906119aa565b90838203604085015233976120dc565b0390a3604051908152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b827f03b3b048000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5f80fd5b3461028b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576102c6611c1f565b73ffffffffffffffffffffffffffffffffffffffff6102e3611c42565b91165f52600360205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060405f2054604051908152f35b3461028b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576020610364610357611c1f565b60443590602435906123df565b604051908152f35b3461028b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576103a3611c1f565b6103ab611c42565b906103b4612420565b335f52600360205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f20549081156105a95773ffffffffffffffffffffffffffffffffffffffff90335f52600360205260405f208282165f526020525f60408120551691604051928284528073ffffffffffffffffffffffffffffffffffffffff8316948560208201527f17d1d31f1ddb920df3ecc5ae749f962a562e75ad36cd7dd12fea0d4fec1cec1160403392a38061050257505f80808481945af13d156104fd573d610484816123a5565b906104926040519283611d40565b81525f60203d92013e5b156104d157602091505b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b507fec99686d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b61049c565b929050604051907fa9059cbb000000000000000000000000000000000000000000000000000000005f526004528160245260205f60448180875af19060015f5114821615610588575b6040521561055c57602091506104a6565b507f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9060018115166105a057833b15153d1516169061054b565b503d5f823e3d90fd5b73ffffffffffffffffffffffffffffffffffffffff907f53ead58b000000000000000000000000000000000000000000000000000000005f52336004521660245260445ffd5b3461028b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576004355f526002602052602060405f2054604051908152f35b3461028b575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576020604051620186a08152f35b3461028b575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576107486106cc7f0000000000000000000000000000000000000000000000000000000000000000613b80565b6106f57f0000000000000000000000000000000000000000000000000000000000000000613b80565b6020610756604051926107088385611d40565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190611bdc565b908582036040870152611bdc565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b82811061078d57505050500390f35b83518552869550938101939281019260010161077e565b3461028b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b5760443567ffffffffffffffff8116810361028b5760643567ffffffffffffffff811161028b5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261028b5760209161036491600401906024356004356121b6565b3461028b5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b5760243567ffffffffffffffff811161028b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261028b5760407fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffbc36011261028b5760843567ffffffffffffffff811161028b576108f290369060040161194b565b919060a4359167ffffffffffffffff831161028b5761091861092e93369060040161197c565b939091610923612168565b503690600401611d99565b93610937612031565b936044359567ffffffffffffffff87169687810361028b576064359067ffffffffffffffff8216820361028b5767ffffffffffffffff82168911610c9a57606083019867ffffffffffffffff8a511667ffffffffffffffff84168111610c6157509267ffffffffffffffff809381608094610a6a9897828e519f51168091115f14610c5757509998995b168c521660208b015280516109d4611fc2565b9080516020830152815260408b015260208101516109f0611fc2565b9080516020830152815260608b01526040810151610a0c611fc2565b815160208201529081528a8301526040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0611020610a4b8184611d40565b8483520136602083013760a08b015201511692602087019384526127c8565b91610a788386600435613014565b955f93608087019260c08801965b818710610bf7578989895115610bcf5790610aa0826125dd565b916060604082015191602083519301518352015190602082519201518252610ada60405194859485526080602086015260808501906119aa565b8381036040850152602080835192838152019201905f5b818110610b45575050508281036060840152602080835192838152019201905f5b818110610b20575050500390f35b91935091602061010082610b376001948851611b01565b019401910191849392610b12565b9193945091602060a06001926080875173ffffffffffffffffffffffffffffffffffffffff815116835273ffffffffffffffffffffffffffffffffffffffff85820151168584015260408101511515604084015273ffffffffffffffffffffffffffffffffffffffff60608201511660608401520151608082015201940191019185949392610af1565b7f5c52a868000000000000000000000000000000000000000000000000000000005f5260045ffd5b90919293949598838982610c0f610c1f948a516132d9565b610c1a8d8787612559565b6133b0565b86516001810180911161023257848a600193610c47938b52610c42898483612917565b613014565b9981895201959493929190610a86565b90509998996109c1565b67ffffffffffffffff847fa1757dcf000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b67ffffffffffffffff828a7f77f1205c000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b60e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b5760243560043560443567ffffffffffffffff811161028b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261028b5760407fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9c36011261028b5760a43567ffffffffffffffff811161028b57610d8c90369060040161194b565b60c435929167ffffffffffffffff841161028b57610db1610dc694369060040161197c565b949093610dbc612420565b3690600401611d99565b93610dd2858888612494565b610dda612031565b50610de3612031565b946064359767ffffffffffffffff891691828a0361028b5760843567ffffffffffffffff81169a8b820361028b578b851161191b57606083019467ffffffffffffffff8651168d81116118ec5750928a9b9c67ffffffffffffffff9384608094610f16978f9e9f8390519b51168091115f146118e0575090899f99915b1690525060208d01528051610e73611fc2565b9080516020830152815260408d01526020810151610e8f611fc2565b9080516020830152815260608d01526040810151610eab611fc2565b815160208201529081528c8301526040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0611020610eea8184611d40565b8483520136602083013760a08d01520151169160208401928352610f0e858a6127c8565b938491613014565b975f608088019360c08901925b888310611892575050505115610bcf576103e842024281046103e81442151715610232578067ffffffffffffffff610f59612094565b16111580611877575b610f6a612094565b610f726120ab565b91156118385750505090610f89858a9493516125d0565b905f5b8681106116e557505050610f9f856125dd565b957fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a88036116c65760015b835f52600260205260405f205584611682575b5050505f915f5b81811061133b5750505034810361130c57506060810151916020835193015183525f5b85845182101561105857906001917fe53120029291c5cc0e8987f04756a4aef711e938b9f0f24e11ac8b6829adc6ba6101006110438489612154565b516110516040518092611b01565ba201611007565b604084827f21f762f77873cdaca689836d77b8c0b99adc3d568e7cb17302a30439c432eb66868a61108d8651928392836120c2565b0390a201516020815191015181525f5b81518110156112e7576110b08183612154565b51906040820151158015906112db575b6112d257606082019173ffffffffffffffffffffffffffffffffffffffff835116926020820193608073ffffffffffffffffffffffffffffffffffffffff865116930192835191801591825f146112885760405161111f602082611d40565b5f8152915b831561127a57506020915f91945b82805283825192019086620186a0f1913d1591158316611261575b5050808115611255575b1561122d576001948791156111b557602073ffffffffffffffffffffffffffffffffffffffff807f37db9851b6c9a32f8ddcf4734e6526de7c85268ef735f7883ea70dc8a39c9c859351169451169451604051908152a45b0161109d565b602073ffffffffffffffffffffffffffffffffffffffff807f87dfa7e206a64bc13933dbcfd98a243674019da80e488c95c9a1e023f5a89479938751828251165f526003855260405f2083808a5116165f52855261121860405f209182546125c3565b905551169451169451604051908152a46111af565b7f858c8974000000000000000000000000000000000000000000000000000000005f5260045ffd5b506106335a1015611157565b9091503b151581169060015f511490151617878061114d565b93506020915f915081611132565b6040517fa9059cbb000000000000000000000000000000000000000000000000000000006020820152816024820152846044820152604481526112cc606482611d40565b91611124565b600191506111af565b506080820151156110c0565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b7f195a3ca1000000000000000000000000000000000000000000000000000000005f526004523460245260445ffd5b611346818385612559565b803590600382101561028b576020810161135f81612195565b9261136c60408401612195565b8c7ff5b1fa67eaab64cff6e390fb51aa4f1244e05d940b3d276ee78cd52eb392826a60a073ffffffffffffffffffffffffffffffffffffffff606088019860806113b58b612195565b9983858201359b816040519a8c8c521660208b0152166040890152013560608701528860808701521693a315801590611678575b61166d5773ffffffffffffffffffffffffffffffffffffffff61140b84612195565b16156116585773ffffffffffffffffffffffffffffffffffffffff61142f84612195565b16604051917f70a08231000000000000000000000000000000000000000000000000000000008352306004840152602083602481855afa9283156115ce575f93611623575b5061147e90612195565b9073ffffffffffffffffffffffffffffffffffffffff604051927f23b872dd000000000000000000000000000000000000000000000000000000005f5216600452306024528360445260205f60648180855af160015f5114811615611604575b826040525f606052156115d957816024816020937f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa9081156115ce575f9161159b575b5061153f91611539916125d0565b92612195565b818303611553575050506001905b01610fe4565b73ffffffffffffffffffffffffffffffffffffffff907f49b27b36000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b90506020813d82116115c6575b816115b560209383611d40565b8101031261028b575161153f61152b565b3d91506115a8565b6040513d5f823e3d90fd5b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600181151661161a57813b15153d1516166114de565b823d5f823e3d90fd5b9092506020813d8211611650575b8161163e60209383611d40565b8101031261028b57519161147e611474565b3d9150611631565b506116679150600192956125c3565b9361154d565b50505060019061154d565b505f8213156113e9565b7f4beb0a56bd9a534081c5271d9f9c9e8da480d7c297326fc9d4eb4057329f9214916116bb6040519283926020845260208401916120dc565b0390a2858780610fdd565b60405160208101906116dd816101c18b8d866120c2565b519020610fca565b90919293506116f5818787612559565b8035600381101561028b57600214801561180e575b6118055761173a818c61171f85875151612154565b5167ffffffffffffffff611733878a6125c3565b16916121b6565b602082019161174883612195565b9060c0810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561028b570180359067ffffffffffffffff821161028b57602001813603811361028b576117ad936117a793613813565b91612195565b90156117c357506001905b019089939291610f8c565b73ffffffffffffffffffffffffffffffffffffffff907f4a0bfec1000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b506001906117b8565b5061181b60208201612195565b73ffffffffffffffffffffffffffffffffffffffff16331461170a565b9067ffffffffffffffff80927fe0f87475000000000000000000000000000000000000000000000000000000005f52166004521660245260445260645ffd5b5067ffffffffffffffff6118896120ab565b16811115610f62565b90919a828a82610c1a8f6118aa6118b1968c516132d9565b8d8d612559565b84516001810180911161023257838b6001936118d4938952610c42868483612917565b9b818552019190610f23565b905090899f9991610e60565b8d7fa1757dcf000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8b857f77f1205c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9181601f8401121561028b5782359167ffffffffffffffff831161028b576020808501948460051b01011161028b57565b9181601f8401121561028b5782359167ffffffffffffffff831161028b576020838186019501011161028b57565b9060a081019180519260a083528351809152602060c084019401905f5b818110611aa7575050506020810151928281036020840152602080855192838152019401905f5b818110611a63575050506040810151928281036040840152602080855192838152019401905f5b818110611a415750505067ffffffffffffffff6080828260608395015116606086015201511691015290565b8251805187526020908101518188015260409096019590920191600101611a15565b90919460206060600192604089518051835273ffffffffffffffffffffffffffffffffffffffff8582015116858401520151604082015201960191019190916119ee565b909194602060606001926040895173ffffffffffffffffffffffffffffffffffffffff815116835273ffffffffffffffffffffffffffffffffffffffff8582015116858401520151604082015201960191019190916119c7565b80516005811015611b9a5760e0918291845273ffffffffffffffffffffffffffffffffffffffff602082015116602085015273ffffffffffffffffffffffffffffffffffffffff604082015116604085015260608101511515606085015273ffffffffffffffffffffffffffffffffffffffff608082015116608085015260a081015160a085015260c081015160c08501520151910152565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b359067ffffffffffffffff8216820361028b57565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361028b57565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361028b57565b359073ffffffffffffffffffffffffffffffffffffffff8216820361028b57565b60a0810190811067ffffffffffffffff821117611ca257604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6060810190811067ffffffffffffffff821117611ca257604052565b6040810190811067ffffffffffffffff821117611ca257604052565b6080810190811067ffffffffffffffff821117611ca257604052565b610100810190811067ffffffffffffffff821117611ca257604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117611ca257604052565b67ffffffffffffffff8111611ca25760051b60200190565b91909160a08184031261028b5760405190611db382611c86565b8193813567ffffffffffffffff811161028b57820181601f8201121561028b578035611dde81611d81565b91611dec6040519384611d40565b8183526020606081850193028201019084821161028b57602001915b818310611f78575050508352602082013567ffffffffffffffff811161028b57820181601f8201121561028b578035611e4081611d81565b91611e4e6040519384611d40565b8183526020606081850193028201019084821161028b57602001915b818310611f35575050506020840152604082013567ffffffffffffffff811161028b57820181601f8201121561028b57803590611ea682611d81565b92611eb46040519485611d40565b82845260208085019360061b8301019181831161028b57602001925b828410611f04575050505060808092611eff926040860152611ef460608201611bc7565b606086015201611bc7565b910152565b60408483031261028b5760206040918251611f1e81611ceb565b863581528287013583820152815201930192611ed0565b60608386031261028b576020606091604051611f5081611ccf565b85358152611f5f838701611c65565b8382015260408601356040820152815201920191611e6a565b60608386031261028b576020606091604051611f9381611ccf565b611f9c86611c65565b8152611fa9838701611c65565b8382015260408601356040820152815201920191611e08565b60405190611fcf82611ceb565b5f602083606081520152565b6040519060c0820182811067ffffffffffffffff821117611ca257604052606060a0835f81525f602082015261200f611fc2565b604082015261201c611fc2565b83820152612028611fc2565b60808201520152565b6040519060e0820182811067ffffffffffffffff821117611ca2576040525f60c08361205b611fdb565b815282602082015261206b611fc2565b6040820152612078611fc2565b6060820152612085611fc2565b60808201528260a08201520152565b60643567ffffffffffffffff8116810361028b5790565b60843567ffffffffffffffff8116810361028b5790565b6040906120d99392815281602082015201906119aa565b90565b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b8051156121275760200190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b80518210156121275760209160051b010190565b6040519061217582611c86565b5f6080836060815260606020820152606060408201528260608201520152565b3573ffffffffffffffffffffffffffffffffffffffff8116810361028b5790565b919290813593600385101561028b576042946122c15760209373ffffffffffffffffffffffffffffffffffffffff849381809467ffffffffffffffff6121ff8a60a09a01612195565b9161220c60408a01612195565b9461221960608b01612195565b977f07836d09ca7a7bee4dc84d62db64b03692ff2d5886533d8889babb2f5a3601336040519d8e015260408d015260608c01521660808a015216868801521660c08601521660e08401520135610100820152610100815261227c61012082611d40565b6020815191012061228b613a5d565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b829167ffffffffffffffff73ffffffffffffffffffffffffffffffffffffffff926122f0602060a09701612195565b92604051977fad7d46aa481c8a3ecb719d40a6df5faa37df330e35144de54a4e02f28ba5ae2960208a0152604089015260608801521660808601521682840152608081013560c0840152013560e082015260e0815261235161010082611d40565b61227c565b9061236082611d81565b61236d6040519182611d40565b8281527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061239b8294611d81565b0190602036910137565b67ffffffffffffffff8111611ca257601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b916040519173ffffffffffffffffffffffffffffffffffffffff6020840194168452604083015260608201526060815261241a608082611d40565b51902090565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c61246c5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9290835f5260026020526101c16124bb60405f2054946040519283916020830195866120c2565b519020821461255457508015612528576001146124fd577fd29bb164000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7fcf43a738000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507f26d78428000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b915050565b91908110156121275760051b810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff218136030182121561028b570190565b906002820180921161023257565b906001820180921161023257565b906014820180921161023257565b9190820180921161023257565b9190820391821161023257565b6125e5612168565b50805160408101519160208351930151835260608201519160208351930151835267ffffffffffffffff6020816080840151938285519501518552511693015116926040519461263486611c86565b8552602085015260408401526060830152608082015290565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81146102325760010190565b1561268157565b7fab3b4799000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b156126b457565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b156126e857565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600960045260245ffd5b1561271c57565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52601560045260245ffd5b1561275057565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52601660045260245ffd5b156127855750565b7fab3b4799000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9093929384831161028b57841161028b578101920390565b91906040516127d681611ccf565b606081526020810193606085525f604083015281945f925f5b8581106128dd578086612802921461277d565b61280b84612356565b815261281684612356565b82525f94855b85871061282c5750505050505050565b612841818361283a82612599565b111561277d565b8085013560f01c60028201808311610232576128699061286183826125c3565b9085896127b0565b90612873826123a5565b6128806040519182611d40565b8281526020810190368484011161028b575f6020858796868637830101525190206128ac8b8851612154565b5260101b176128bc898751612154565b526002019081600211610232576001916128d5916125c3565b96019561281c565b6128eb818761283a82612599565b8084013560f01c6002019081600211610232576129119161290b916125c3565b9461264d565b936127ef565b9291906040820192606060208551015111612bbb57612937939293611fc2565b60808501948551965f965f9660208a01985b895189101561297f576129776001916129628b8e614b49565b61297160208251920151614b68565b90614c07565b980197612949565b939699506129be9598506020919294975081905101519151015191604051936129a785611d07565b8452602084015260408301526060820152836132d9565b5f9260208301905b81511561300c575f60606040516129dc81611d07565b828152826020820152826040820152015281517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81019081116102325780612a279184528551612154565b51947fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a86511461300557612a5a9061264d565b946101008611612fdd57612a6f815188613c34565b909190600190612a818183111561267a565b833560f81c90828203612be35760a0880151926015612aa2838211156126ad565b612ab18288013560601c614fe6565b601691612ac084841115612715565b8188013560f81c116127855750612ae990612ade83602a1115612749565b86013560601c614fe6565b606060408501612af9815161264d565b80915211612bbb577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff612b3c602086015194612b358489613d0b565b9791614c25565b14612b8e57612b79946002612b7194935b03612b7e57612b6c83612b6560ff60405b16826125c3565b841461277d565b613bd7565b8152856132d9565b6129c6565b612b6c83612b6560ff6020612b5e565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52603e60045260245ffd5b7fd1f931c3000000000000000000000000000000000000000000000000000000005f5260045ffd5b939160048203612cab575060a087015193612bfe8184614e8c565b9390612c23612c4d612c11878686613d38565b939160208b9c929c019b8c5191614c25565b967fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff88141561277d565b604060608801612c5d815161264d565b80915211612c835787612c7b600293612b7198612b799b5191614c07565b905293612b4d565b7f9fdcaa43000000000000000000000000000000000000000000000000000000005f5260045ffd5b60038294959392145f14612ee557602990612cc8848311156126e1565b612cd660098401358d613c34565b919060208801519160a08c0151612cef8583111561267a565b6006833560f81c0361268157815b858110612d1d5750505050505091612b799493916002612b719493612b4d565b612d2b818761283a826125a7565b8381013560f81c838103612e08575082810180821161023257612d52612d57918887614fd7565b614fe6565b6015810180821161023257612d52612d70918887614fd7565b603d810180911161023257612db7817fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff612db085612b358a968c8b613d38565b141561277d565b60208101808211610232578187612dcf92111561277d565b6020810180911115612cfd577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b8160028203612e86578491500180911161023257612e27908685614f14565b90506014810180821161023257808761283a612e42936125a7565b6015810180821161023257906101fe60145f928701013560f71c165b84818310612e6e57505050612db7565b909192612e7c908988614f75565b9050920190612e5e565b6003612e92921461277d565b82810180911161023257612ee081847fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff612ed986612ed28b978d8c613d38565b9891614c25565b141461277d565b612db7565b9193926002811492838015612fd3575b15612681578890612f4060208701917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff612f3960a08551960151612ed28c8a613cde565b14146126ad565b8194612f5a575b505093612b7192916002612b7996612b4d565b9392909591602087019081881161023257604088019182811161023257612b7998612b7197612f91612fc79388600297111561277d565b5160408a015160608b015191602060405194612fac86611d07565b8901013584526020840152604083015260608201528d6132d9565b92965081939450612f47565b5060058214612ef5565b7f7737af63000000000000000000000000000000000000000000000000000000005f5260045ffd5b94506129c6565b945050505050565b91909182519060c08401925b7fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a820361311b575050506040825101515f936040602083019401945b84518110156130ef576001906130706153de565b506130e661307f828651612154565b5173ffffffffffffffffffffffffffffffffffffffff81511690604073ffffffffffffffffffffffffffffffffffffffff60208301511691015190604051926130c784611c86565b80845260208401525f60408401526060830152608082015288516132d9565b8185520161305c565b50935050505f90527fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a90565b6131288282979697613c34565b6001936131378286111561267a565b823560f81c600381036131ec575061315282600911156126ad565b60208601518386013560c01c918282106131e0575086518281106131a15750509061318e929160a08a01805115613199575b5050602991613bd7565b918452949394613020565b525f80613184565b9067ffffffffffffffff80927f393a8d97000000000000000000000000000000000000000000000000000000005f52166004521660245260445260645ffd5b99505050505050505050565b905084810361320c575090816132068961318e948461421c565b91613bd7565b60048103613225575090816132068961318e9484614141565b61324290866002876132378688613cde565b969194908795613d83565b14920361326d575061318e93929161320691156132645760ff5f5b16906125c3565b60ff602061325d565b93915015613281575b9061318e9291613bd7565b60405161328d81611d23565b6004816132d09161318e96959493525f60208201525f60408201525f60608201525f60808201525f60a08201525f60c08201525f60e082015260608c01516132d9565b90919250613276565b906020820190815192838151518114613306575b6132f79151612154565b52600182018092116102325752565b60011b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff851685036102325760048101809111610232576133478591612356565b5f5b828110613358575082526132ed565b6001919250613368818551612154565b516133738285612154565b5201908591613349565b156133855750565b7fd297dc69000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b919392907fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a811461380457816133ed613406926009969594613c34565b95906133fe602997602911156126e1565b013590613c34565b90928560015b8381106137c057505050600192823560038110159560028214965b8487106134655761343d60a08a0151801561337d565b7fe767abbb000000000000000000000000000000000000000000000000000000005f5260045ffd5b613472898887878a614576565b905096613483818761283a826125a7565b8085013560f81c600181146135d7576002146134df575061028b575f95876134b7575b602081018091116102325795613427565b7f07259e06000000000000000000000000000000000000000000000000000000005f5260045ffd5b6001819a9799969492989a9593950180911161023257613500908484614f14565b94909761028b575f9460018314908115916135c8575b8a821561358c575b505061357e5760a08973ffffffffffffffffffffffffffffffffffffffff8a61354960208401612195565b907f7c725fb4000000000000000000000000000000000000000000000000000000005f5260045216602452013560445260645ffd5b9193965091939694976134a6565b73ffffffffffffffffffffffffffffffffffffffff9192506135bc6135b46020849301612195565b938888613bf5565b16911614155f8a61351e565b60808b01358a14159150613516565b509895979290969193949661028b575f91811580159061377d575b61376d57505050506015860180871161023257613610908584614fd7565b6136406020870173ffffffffffffffffffffffffffffffffffffffff8061363683612195565b9416928392612195565b93160361372757505085018086116102325761365d908483614fd7565b6136836060860173ffffffffffffffffffffffffffffffffffffffff8061363683612195565b9316036136e1575050603d85018095116102325760a0946136b1936136a792613d38565b5090915191613d83565b7fbefbfaed000000000000000000000000000000000000000000000000000000005f52600452013560245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff92507f2d6ac127000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff92507f627d128b000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b90929795985095939290956134a6565b5061378a60408a01612195565b60018b01808c116102325773ffffffffffffffffffffffffffffffffffffffff6137b681928c8b614fd7565b16911614156135f2565b906137d2918487879599989697614576565b94908590156137eb5750506120d99495612b6c9161488f565b909591939294506020810180911161023257869061340c565b61343d60a0860151801561337d565b9060408403613a0e578360201161028b578235602084013560207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08701106139dd575b601b8160ff1c019060ff82116102325773ffffffffffffffffffffffffffffffffffffffff8516918215159384613957575b5050505061394e575b813b151592836138a4575b505050905090565b5f93507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86602097606494604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d111616805f808061389c565b50505050600190565b6020939450916139ad7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff925f94604051948594169189859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa156115ce5773ffffffffffffffffffffffffffffffffffffffff5f5116145f808080613888565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60208781030160031b1b16613856565b613a19848483614b15565b506004811015611b9a57159081613a3a575b50156138915750505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f613a2b565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016301480613b57575b15613ac5577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0815261241a60c082611d40565b507f00000000000000000000000000000000000000000000000000000000000000004614613a9c565b60ff811690601f8211613baf5760405191613b9c604084611d40565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b906020830180841161023257613bf0918491111561277d565b013590565b906014830180841161023257613c0e918491111561277d565b013560601c90565b9082613c269161283a86836125c3565b01359060031b610100031c90565b9190918051519060408101908151915f925b848410613c7957867fee43168e000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b84811015613cd7575b86613c8e828551612154565b5114613ca757613c9f60019161264d565b930192613c46565b93509150929350600182019283831161023257613cc993602092520151612154565b519061ffff8260101c921690565b505f613c82565b9190600381106126b457600183013560f01c928360030191826003116102325782116126b4576003019291565b919060408110612b8e57603e83013560f01c92836040019182604011610232578211612b8e576040019291565b909291600281018082116102325784613d7d93613d5c84613d789861283a82612599565b613d6c8482013560f01c846125c3565b9687948386111561277d565b6127b0565b92909291565b92919060a0820151935f925f5b848482101561412d576001820191613dac818761283a826125a7565b84013560f81c9060018203613de2575050613dc8908484614f75565b9590613dd960018701979689612154565b525b9493613d90565b6002829392989798145f14613e5f575060289150613e49604084015173ffffffffffffffffffffffffffffffffffffffff613e1e848989613bf5565b1673ffffffffffffffffffffffffffffffffffffffff613e42601486018a8a613bf5565b16916151ab565b613e5760018901988a612154565b520193613ddb565b6003831492838015614123575b15613ecf575050601491613e84613eb3928787614f14565b929060608601519073ffffffffffffffffffffffffffffffffffffffff613eac868b8b613bf5565b1691615119565b9115613ec85750613e5760018901988a612154565b9050613e49565b919692509060068103613f0e575050613eec613ef8958585614f14565b959060808401516150d3565b9050613f08600188019789612154565b52613ddb565b60048103613f285750508151613f08600188019789612154565b60058103613f455750506020820151613f08600188019789612154565b60108103613f5e5750506001613f088188019789612154565b60118103613f775750505f613f08600188019789612154565b60078103613fbb5750507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8601613f08613fb1828a612154565b515f039189612154565b601481036140005750507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8601613f08613ff5828a612154565b516001039189612154565b600c81036140b15750507ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe8601957ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd810190600161405e838b612154565b510361407b5750613f08614072888a612154565b51915b89612154565b6140aa7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff613f0892018a612154565b5191614075565b909661411c7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff613f08930199019261410a848c612154565b516141158b8d612154565b5191615042565b9189612154565b5060158114613e6c565b5050505050509061413d9061211a565b5190565b61415b61416693926141538184614e8c565b919093613d38565b949190845191613d83565b82516080015190926003915f9160600190602081019083905b82518210156141f9576141928282614b49565b91878351036141ef575050602091500193845190604051936141b385611d23565b611b9a576141eb9484525f60208501525f60408501525f60608501525f608085015260a084015260c08301528460e0830152516132d9565b5290565b600101915061417f565b9450505050506120d9926040519261421084611ceb565b835260208301526132d9565b909161422b83601511156126ad565b61423883602a1115612749565b6142458360161115612715565b82603e11614549576040519061425a82611c86565b600183013560601c82526142b96020830193601681013560601c855260408401956001601583013560f81c1487526142a76060860191602a84013560601c835260808701935f8552613d0b565b98919490865190604082015196613d83565b5f8113156144a35761434c6142fe73ffffffffffffffffffffffffffffffffffffffff89511673ffffffffffffffffffffffffffffffffffffffff86511690886151ab565b8281101561449c57805b81875261434573ffffffffffffffffffffffffffffffffffffffff8b51169273ffffffffffffffffffffffffffffffffffffffff885116926125d0565b9188615266565b8351908082106143b8575b50509160409493916120d9979351614375575b5050505001516132d9565b6143a973ffffffffffffffffffffffffffffffffffffffff806143af96511692511692516143a48484876151ab565b6125c3565b92615266565b5f80808061436a565b959492909793915f60e06040516143ce81611d23565b8281528260208201528260408201528260608201528260808201528260a08201528260c0820152015273ffffffffffffffffffffffffffffffffffffffff88511673ffffffffffffffffffffffffffffffffffffffff86511697825115159a73ffffffffffffffffffffffffffffffffffffffff855116916040519261445384611d23565b6120d99d60409c61448f966002875260208701528d860152606085015260808401525f60a084015260c083015260e082015260608801516132d9565b9193978193959650614357565b8290614308565b9250959392509373ffffffffffffffffffffffffffffffffffffffff8080925f60e06040516144d181611d23565b8281528260208201528260408201528260608201528260808201528260a08201528260c082015201525116945116955115159451166040519461451386611d23565b6120d99660609560018852602088015260408701528486015260808501525f60a085015260c08401525f60e084015201516132d9565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52602a60045260245ffd5b9493929091614589828261283a826125a7565b8183013560f81c6001811461471d576002146145eb5760018201809211610232576145b392613d38565b9491909135600381101561028b5760021491826145d3575b505090509190565b6145e292506001935191613d83565b14805f806145cb565b9492506001810180911161023257614604908583614f14565b90928035600381101561028b57600114938461470f575b50836146d2575b60a001356014820192838311610232575f93614642818961283a826125a7565b60156014858401013560f81c940180911161023257969291905f935b83851061467a5750505050508161467457509190565b90509190565b90919293946001908461469161469b9b8587614f75565b85879d929d614f75565b9190919b83156146b4575b50505095019392919061465e565b13159150816146c7575b505f85816146a6565b90508413155f6146be565b925060a06146e260208501612195565b73ffffffffffffffffffffffffffffffffffffffff80614703858a88613bf5565b16911614939050614622565b60808201351493505f61461b565b50919490603d810180821161023257614737908488613d38565b979091928435600381101561028b57159586614818575b866147d4575b86614789575b5050508361476c575b50505090509190565b60a0935061477c92945191613d83565b91013514805f8080614763565b909192955061479a60608601612195565b92602983018093116102325773ffffffffffffffffffffffffffffffffffffffff9283926147c792614fd7565b16911614925f808061475a565b95506147e260208601612195565b601582018083116102325773ffffffffffffffffffffffffffffffffffffffff61480e81928a87614fd7565b1691161495614754565b955061482660408601612195565b600182018083116102325773ffffffffffffffffffffffffffffffffffffffff61485281928a87614fd7565b169116149561474e565b156148645750565b7f0d24dd22000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b803591600383101561028b5760028314614b1057600160a08301359384807fffffffffffffffffffffffffffffffffffffffff00000000000000000000000013159081614af8575b6148e09161485c565b14614ae8575f8313156149c95760409092919251015181935f92602083019460608101945b8651811015614985576149166153de565b50614922818651612154565b5173ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff61495c89612195565b161461496c575b50600101614905565b60019198604061497e920151906125c3565b9790614963565b506149c7955061153960406149bb926149b56143a9959798969a6c0100000000000000000000000081111561485c565b01612195565b926143a48484876151ab565b565b91906149d760208201612195565b926149f060606149e960408501612195565b9301612195565b9273ffffffffffffffffffffffffffffffffffffffff60405195614a1387611c86565b16855273ffffffffffffffffffffffffffffffffffffffff602086019316835273ffffffffffffffffffffffffffffffffffffffff80806040880197600189528160608201981688525f60808201525f60e0604051614a7181611d23565b8281528260208201528260408201528260608201528260808201528260a08201528260c0820152015251169451169551151594511660405194614ab386611d23565b6149c7966060955f8852602088015260408701528486015260808501525f60a085015260c08401525f60e084015201516132d9565b51606001516149c79250906153fc565b6c0100000000000000000000000081131591506148d7565b505050565b9060418303614b3f57614b389250602081013591604082359201355f1a906154d7565b9192909190565b50505f9160029190565b9061413d915f6020604051614b5d81611ceb565b828152015251612154565b8015614c02575f811315614bfc575b7d0101020202020303030303030303000000000000000000000000000000006fffffffffffffffffffffffffffffffff821160071b67ffffffffffffffff83821c1160061b1763ffffffff83821c1160051b1761ffff83821c1160041b1760ff83821c1160031b17600f83821c1160021b1791821c1a17600181018091116102325790565b19614b77565b505f90565b919060405192614c1684611ccf565b83526020830152604082015290565b9392915f945f5b838110614c4c57505050614c4790600161413d94951461277d565b61211a565b80614c568261264d565b91614c65818761283a826125a7565b83013560f81c9060018203614d3c57505091614c85614c8c938584614f75565b9390614b68565b60fe8111801590614d13575b15614ce8576080881015614cc057614cb9614cb28961264d565b9887612154565b5291614c2c565b7f2e3a521a000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f25b262d9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8114614c98565b60028203614d725750506014810180821161023257808561283a614d5f936125b5565b6028810180911161023257916060614c8c565b60038214949291858015614e82575b15614de1575050614d93908584614f14565b9050614da3818661283a826125b5565b60148101809111610232579215614dbb576060614c8c565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff614c8c565b9194509060068103614e0a575050614dfd614e05938584614f14565b93908261583b565b614c8c565b600481148015614e78575b15614e235750506040614c8c565b601081148015614e6e575b15614e5b5750507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff614c8c565b9786614e679399615578565b9690614c8c565b5060118114614e2e565b5060058114614e15565b5060158114614d81565b909190600283106126b4576001810135908160f81c602081116126b4576002019384600211610232578411614ee7576002013560f59190911c6107f81661010090810391821c91908111610232571b91806002116102325790565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600260045260245ffd5b929192614f25848361283a826125a7565b83810135918260f81c91614f3d86602085111561277d565b600186018096116102325782866107f893614f5793613c16565b9260f51c1661010003916101008311610232576120d9921b936125c3565b929192614f86848361283a826125a7565b83810135906107f88260f81c92614fa187602086111561277d565b60f51c166101000390610100821161023257600186018096116102325782866120d995614fcd93613c16565b811b901d936125c3565b9082613c0e9161283a826125b5565b73ffffffffffffffffffffffffffffffffffffffff1680151580615038575b1561500d5750565b7f1d13fd16000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5030811415615005565b600881146150ce57600981146150c957600a81146150c457600b81146150b457601281146150af57601381146150aa57601681146150a4576017811461509f576018811461509a57601914615095571490565b131590565b501290565b501390565b50121590565b501790565b501690565b50816150c05750505f90565b0590565b500290565b500390565b500190565b6020810191905f5b835181101561510f576150ee8183614b49565b838151146150ff57506001016150db565b6020015160019590945092505050565b505050505f905f90565b6020810192905f5b84518110156151a0576151326153de565b5061513e818351612154565b518481511480615167575b6151565750600101615121565b604001516001969095509350505050565b5073ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff851614615149565b50505050505f905f90565b90915f9173ffffffffffffffffffffffffffffffffffffffff602082019416925b845181101561525d576151dd6153de565b506151e9818351612154565b518473ffffffffffffffffffffffffffffffffffffffff8251161480615224575b61521757506001016151cc565b6040015195945050505050565b5073ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff85161461520a565b50505050505f90565b93602085019390925f9273ffffffffffffffffffffffffffffffffffffffff16908215905b86518510156153955761529c6153de565b506152a8858951612154565b51928073ffffffffffffffffffffffffffffffffffffffff8551161480159061535b575b61534f5750501561534557505082517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81019081116102325783525b825181101561533f5783519060018101918282116102325760019261532c91612154565b51615338828751612154565b5201615308565b50915050565b6040015250915050565b9250936001019361528b565b5073ffffffffffffffffffffffffffffffffffffffff60208501511673ffffffffffffffffffffffffffffffffffffffff831614156152cc565b955090939592506153d85773ffffffffffffffffffffffffffffffffffffffff6149c794604051946153c686611ccf565b855216602084015260408301526132d9565b50505050565b604051906153eb82611ccf565b5f6040838281528260208201520152565b5f6020830160808301359260a0810135945b82518410156154985761541f6153de565b5061542b848251612154565b519385855114801590615453575b6154495750505050604091500152565b600101935061540e565b5073ffffffffffffffffffffffffffffffffffffffff60208601511673ffffffffffffffffffffffffffffffffffffffff61549060208601612195565b161415615439565b92509390604090511015612c835773ffffffffffffffffffffffffffffffffffffffff6154ca60206149c79601612195565b604051946153c686611ccf565b90917f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161556d57906155306020945f9493604051948594859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa156115ce575f5173ffffffffffffffffffffffffffffffffffffffff81161561556357905f905f90565b505f906001905f90565b5050505f9160039190565b93929091600785148015615831575b15615811576155a960ff60015b16826155a485839584111561277d565b6125d0565b946155b48685612154565b5193600183146157de5760018701808811610232576155d560039183612154565b51931461570f5750601281148015615705575b801592615623858515807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8a141490816156d9575b5061277d565b6008831480156156cf575b6156b257600a83146156a05750600b821461569857615653945091615678575061277d565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9190565b601681101591508161568c575b505f61561d565b601a915011155f615685565b505050509190565b93505050506156ae916125c3565b9190565b949350505050818082119118021860018101809111610232579190565b506009831461562e565b90507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8414145f61561d565b50601381146155e8565b9291937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff915014806157b4575b8061576e575b9061574c9161277d565b600284018085116102325761576091612154565b519081808211911802189190565b506002850190818611610232577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6157a961574c9385612154565b511415909150615742565b507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83141561573c565b506156ae9291506014147fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff84141461277d565b600c8503615825576155a960ff6003615594565b6155a960ff6002615594565b5060148514615587565b805b6158475750505f90565b61584f6153de565b508181511461586257604001518061583d565b6020915001519056' as const;
